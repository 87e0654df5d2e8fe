namespace KerasSharp.Metrics;

/// <summary>The mean of |target − prediction|.</summary>
/// <param name="name">The name.</param>
public sealed class MeanAbsoluteError(string name = "mean_absolute_error") : FunctionMetric(name)
{
    private protected override Tensor Function(Tensor yTrue, Tensor yPred) => new Losses.MeanAbsoluteError().Function(yTrue, yPred);
}
