namespace KerasSharp.Metrics;

/// <summary>The mean of (target − prediction)².</summary>
/// <param name="name">The name.</param>
public sealed class MeanSquaredError(string name = "mean_squared_error") : FunctionMetric(name)
{
    private protected override Tensor Function(Tensor yTrue, Tensor yPred) => new Losses.MeanSquaredError().Function(yTrue, yPred);
}
