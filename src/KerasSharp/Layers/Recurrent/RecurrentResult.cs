namespace KerasSharp.Layers;

/// <summary>What a run along a sequence gave.</summary>
/// <param name="Steps">The outputs [time, batch, units], in the order of the sequence.</param>
/// <param name="Last">The output of the step that was computed last.</param>
/// <param name="States">The states after it.</param>
internal sealed record RecurrentResult(Tensor Steps, Tensor Last, IReadOnlyList<Tensor> States);
