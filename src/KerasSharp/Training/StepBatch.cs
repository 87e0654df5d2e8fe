using NumSharp;

namespace KerasSharp;

/// <summary>A batch as a step takes it.</summary>
/// <param name="Arrays">Inputs, targets and weights, in the order of the step's placeholders; they hold until the next batch.</param>
/// <param name="Like">Data of the same kind, by which the step is found.</param>
internal readonly record struct StepBatch(NDArray[] Arrays, TrainingData Like);
