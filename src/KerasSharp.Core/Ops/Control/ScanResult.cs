namespace KerasSharp.Ops;

/// <summary>What the body of a <see cref="Op.Scan"/> gives back at one time step.</summary>
/// <param name="States">The new states, of the types and shapes of the old.</param>
/// <param name="Outputs">What the scan is to collect over time.</param>
public sealed record ScanResult(IReadOnlyList<Tensor> States, IReadOnlyList<Tensor> Outputs);
