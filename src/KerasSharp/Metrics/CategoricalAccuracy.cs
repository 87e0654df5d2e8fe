namespace KerasSharp.Metrics;

/// <summary>How often the largest prediction is at the place of the largest target.</summary>
/// <param name="name">The name.</param>
public sealed class CategoricalAccuracy(string name = "categorical_accuracy") : FunctionMetric(name)
{
    private protected override Tensor Function(Tensor yTrue, Tensor yPred) => AccuracyFunctions.Categorical(yTrue, yPred);
}
