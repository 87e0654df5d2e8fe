namespace KerasSharp.Ops;

/// <summary>What the body of a <see cref="Op.Scan"/> sees at one time step.</summary>
/// <param name="Inputs">Each sequence's entry at this step: its shape without the first dimension.</param>
/// <param name="States">The states that the step before left.</param>
public sealed record ScanStep(IReadOnlyList<Tensor> Inputs, IReadOnlyList<Tensor> States);
