namespace KerasSharp.Benchmarks;

/// <summary>The measurements that are no workloads.</summary>
internal static class Probes
{
    private static readonly Probe[] All =
    [
        new("startup", "s from process start to the end of the first training step of mlp", Startup.FirstStep, Startup.Run),
        new("overhead", "µs a call of a function that gives back its input", CallOverhead.Measure, () => Child.Measure("overhead")),
        new("memory", "MB growth of resident memory over 100,000 steps", MemoryGrowth.Measure, () => Child.Measure("memory")),
    ];

    /// <summary>The names of all.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. All.Select(probe => probe.Name)];

    /// <summary>The probe of a name, or null.</summary>
    public static Probe? Find(string name) => Array.Find(All, probe => probe.Name == name);
}
