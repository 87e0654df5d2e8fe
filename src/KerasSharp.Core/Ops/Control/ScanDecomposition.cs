using KerasSharp.Graphs;

namespace KerasSharp.Ops;

/// <summary>What a scan means: its body, once for each time step.</summary>
internal static class ScanDecomposition
{
    /// <summary>The body unrolled over a known number of steps.</summary>
    /// <exception cref="NotSupportedException">The number of steps is not known when the graph is built.</exception>
    public static IReadOnlyList<Tensor> Unroll(Operation scan)
    {
        var body = scan.Attributes.Get<GraphFunction>("body");
        int sequences = (int)scan.Attributes.Get<long>("sequences");
        int states = (int)scan.Attributes.Get<long>("states");
        long time = scan.Inputs[0].Shape is { HasRank: true } shape ? shape[0] : -1;
        if (time < 0)
            throw new NotSupportedException($"{scan.Name}: a scan can be unrolled only over a known number of time steps.");
        var entries = scan.Inputs.Take(sequences).Select(sequence => Op.Unpack(sequence, (int)time)).ToList();
        var current = scan.Inputs.Skip(sequences).Take(states).ToList();
        var constants = scan.Inputs.Skip(sequences + states).ToList();
        var collected = new Tensor[time][];
        for (long step = 0; step < time; step++)
        {
            int t = (int)(scan.Attributes.Get<bool>("reverse") ? time - 1 - step : step);
            collected[t] = [.. body.Apply([.. entries.Select(entry => entry[t]), .. current, .. constants])];
            current = [.. collected[t].Take(states)];
        }
        var stacked = Enumerable.Range(0, body.Outputs.Count).Select(i => Op.Pack([.. collected.Select(row => row[i])]));
        return [.. current, .. stacked];
    }
}
