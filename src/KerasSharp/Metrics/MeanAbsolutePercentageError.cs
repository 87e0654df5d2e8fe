namespace KerasSharp.Metrics;

/// <summary>100 times the mean of |target − prediction| / |target|.</summary>
/// <param name="name">The name.</param>
public sealed class MeanAbsolutePercentageError(string name = "mean_absolute_percentage_error") : FunctionMetric(name)
{
    private protected override Tensor Function(Tensor yTrue, Tensor yPred) =>
        new Losses.MeanAbsolutePercentageError().Function(yTrue, yPred);
}
