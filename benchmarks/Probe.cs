namespace KerasSharp.Benchmarks;

/// <summary>A measurement that is no workload.</summary>
/// <param name="Name">The name on the command line.</param>
/// <param name="Unit">What the figure means.</param>
/// <param name="Measure">Measures in this process.</param>
/// <param name="Run">Measures in a process of its own.</param>
internal sealed record Probe(string Name, string Unit, Func<double> Measure, Func<double> Run);
