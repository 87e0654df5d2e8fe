namespace KerasSharp.Ops;

/// <summary>What a <see cref="Op.Scan"/> computes.</summary>
/// <param name="FinalStates">The states after the last step.</param>
/// <param name="StateHistory">The states after each step, stacked along a new first dimension.</param>
/// <param name="Outputs">The outputs of each step, stacked along a new first dimension.</param>
public sealed record ScanOutputs(IReadOnlyList<Tensor> FinalStates, IReadOnlyList<Tensor> StateHistory, IReadOnlyList<Tensor> Outputs);
