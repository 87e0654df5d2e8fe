using Google.Protobuf;
using KerasSharp.Engines.TensorFlow.Native;
using KerasSharp.Formats.Protobuf;
using KerasSharp.Formats.Protobuf.Tensors;
using static KerasSharp.Engines.TensorFlow.Native.TensorFlowNative;

namespace KerasSharp.Engines.TensorFlow.Interchange;

/// <summary>
/// Checks values for placeholders whose number of axes the graph does not tell. TensorFlow's kernels end the process over an image with too few of them, but
/// its rules of shapes refuse a graph that says so; hence the graph is imported once more, with the number that came.
/// </summary>
internal sealed class RankCheck
{
    private readonly GraphDef graph;
    private readonly string what;
    private readonly HashSet<string> open;
    private readonly HashSet<string> passed = [];

    private RankCheck(GraphDef graph, IEnumerable<string> open, string what) =>
        (this.graph, this.open, this.what) = (graph, [.. open], what);

    /// <summary>The check of a graph; null where it tells the number of axes of all its inputs.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="inputs">Its inputs.</param>
    /// <param name="what">Its description for errors.</param>
    public static RankCheck? Of(GraphDef graph, IReadOnlyList<TensorSpec> inputs, string what)
    {
        var placeholders = graph.Node.Where(node => node.Op == "Placeholder").Select(node => node.Name).ToHashSet(StringComparer.Ordinal);
        string[] open = [.. inputs.Where(input => !input.Shape.HasRank).Select(NodeOf).Where(placeholders.Contains)];
        return open.Length > 0 ? new RankCheck(graph, open, what) : null;
    }

    /// <summary>Checks the shapes of values.</summary>
    /// <param name="inputs">The inputs.</param>
    /// <param name="shapes">A shape for each.</param>
    /// <exception cref="ArgumentException">TensorFlow's rules of shapes refuse one.</exception>
    public void Check(IReadOnlyList<TensorSpec> inputs, IReadOnlyList<Shape> shapes)
    {
        var ranks = inputs
            .Zip(shapes)
            .Where(pair => open.Contains(NodeOf(pair.First)))
            .ToDictionary(pair => NodeOf(pair.First), pair => pair.Second.Rank);
        var key = string.Join(",", ranks.Values);
        lock (passed)
            if (passed.Contains(key))
                return;
        if (Refusal(ranks) is { } reason)
            throw new ArgumentException(
                $"{what}: values of the shapes {string.Join(", ", inputs.Zip(shapes, (input, shape) => $"'{input.Name}' {shape}"))} do not fit. TensorFlow says: {reason}"
            );
        lock (passed)
            passed.Add(key);
    }

    private string? Refusal(Dictionary<string, int> ranks)
    {
        var told = graph.Clone();
        foreach (var node in told.Node.Where(node => ranks.ContainsKey(node.Name)))
            node.Attr["shape"] = new AttrValue { Shape = Shape.Of([.. Enumerable.Repeat(-1L, ranks[node.Name])]).ToProto() };
        using var imported = new GraphHandle(TF_NewGraph());
        var status = StatusHandle.OfThread;
        GraphSerialization.Import(imported, told.ToByteArray(), status);
        return status.IsError ? status.Message : null;
    }

    private static string NodeOf(TensorSpec input) => input.Name.EndsWith(":0", StringComparison.Ordinal) ? input.Name[..^2] : input.Name;
}
