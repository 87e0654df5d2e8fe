namespace KerasSharp.Metrics;

/// <summary>The mean of (log(prediction + 1) − log(target + 1))².</summary>
/// <param name="name">The name.</param>
public sealed class MeanSquaredLogarithmicError(string name = "mean_squared_logarithmic_error") : FunctionMetric(name)
{
    private protected override Tensor Function(Tensor yTrue, Tensor yPred) =>
        new Losses.MeanSquaredLogarithmicError().Function(yTrue, yPred);
}
