namespace KerasSharp.Benchmarks.Formats;

/// <summary>A measurement of reading or writing files.</summary>
/// <param name="Name">Its name in the output.</param>
/// <param name="Unit">What the figure means.</param>
/// <param name="Measure">Measures in this process.</param>
/// <param name="Peer">The library in Python that does the same; null where only the figure itself counts.</param>
/// <param name="Script">The peer's measurement, which prints the figure last.</param>
internal sealed record FormatProbe(string Name, string Unit, Func<double> Measure, string? Peer = null, string? Script = null);
