namespace KerasSharp.Engines.Torch.Plans;

/// <summary>What a plan is to compute.</summary>
/// <param name="Inputs">Placeholders that are given.</param>
/// <param name="InputShapes">Their shapes, all known.</param>
/// <param name="Outputs">Tensors to compute.</param>
/// <param name="Updates">Variables that take new values at the end.</param>
/// <param name="Constants">For each input where its value lies, if that does not change as long as the plan lives; null for the others.</param>
internal sealed record PlanRequest(
    IReadOnlyList<Tensor> Inputs,
    IReadOnlyList<Shape> InputShapes,
    IReadOnlyList<Tensor> Outputs,
    IReadOnlyList<(Variable Variable, Tensor Value)> Updates,
    IReadOnlyList<Slot?>? Constants = null
);
