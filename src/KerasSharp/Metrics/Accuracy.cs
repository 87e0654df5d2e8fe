namespace KerasSharp.Metrics;

/// <summary>How often predictions equal targets.</summary>
/// <param name="name">The name.</param>
public sealed class Accuracy(string name = "accuracy") : FunctionMetric(name)
{
    private protected override Tensor Function(Tensor yTrue, Tensor yPred) => AccuracyFunctions.Exact(yTrue, yPred);
}
