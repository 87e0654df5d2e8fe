namespace KerasSharp.Benchmarks.Formats;

/// <summary>The measurements behind the name <c>formats</c>.</summary>
internal static class FormatProbes
{
    /// <summary>The name on the command line.</summary>
    public const string Name = "formats";

    private const string Speed = "MB/s";

    private static readonly FormatProbe[] All =
    [
        new("h5-write", Speed, WeightFiles.Write, "h5py", WeightPeers.Write),
        new("h5-read", Speed, WeightFiles.Read, "h5py", WeightPeers.Read),
        new("h5-write-memory", "x the data at the peak", WeightFiles.WriteMemory),
        new("h5-read-memory", "x the data at the peak", WeightFiles.ReadMemory),
        new("npy-write", Speed, ArrayFiles.Write, "numpy", ArrayPeers.Write),
        new("npy-read", Speed, ArrayFiles.Read, "numpy", ArrayPeers.Read),
        new("events", "s for 1,000,000 scalars", EventFiles.Write),
        new("events-memory", "MB growth of resident memory over the last 500,000 scalars", EventFiles.Memory),
        new("tfrecord-read", Speed, RecordFiles.Read),
    ];

    /// <summary>The measurement of a name, or null.</summary>
    public static FormatProbe? Find(string name) => Array.Find(All, probe => probe.Name == name);

    /// <summary>Measures all, each in processes of its own, in turns with its peer.</summary>
    public static void Print()
    {
        foreach (var probe in All)
            Console.WriteLine(Line(probe));
    }

    private static string Line(FormatProbe probe)
    {
        var python = Peer.FindPython();
        var compared = probe.Script is not null && python is not null;
        var rounds = Enumerable
            .Range(0, 3)
            .Select(_ => (Ours: Child.Measure(probe.Name), Peer: compared ? Child.Figure([python!, "-c", probe.Script!]) : 0))
            .ToArray();
        var line = $"{probe.Name, -16} ours {Median.Of(rounds.Select(round => round.Ours)):F2} {probe.Unit}";
        return compared
            ? $"{line}   {probe.Peer} {Median.Of(rounds.Select(round => round.Peer)):F2}   ratio {Median.Of(rounds.Select(round => round.Ours / round.Peer)):F2}"
            : line;
    }
}
