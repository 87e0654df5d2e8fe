namespace KerasSharp.Metrics;

/// <summary>How often the largest prediction is at the place that the target names.</summary>
/// <param name="name">The name.</param>
public sealed class SparseCategoricalAccuracy(string name = "sparse_categorical_accuracy") : FunctionMetric(name)
{
    private protected override Tensor Function(Tensor yTrue, Tensor yPred) => AccuracyFunctions.SparseCategorical(yTrue, yPred);
}
