namespace KerasSharp.Losses;

/// <summary>The mean of squared differences over the last axis.</summary>
/// <param name="reduction">How losses of samples become one number; see <see cref="Loss.Reduction"/>.</param>
/// <param name="name">The name in logs.</param>
public sealed class MeanSquaredError(
    string? reduction = LossReduction.SumOverBatchSize,
    string name = "mean_squared_error"
) : Loss(reduction, name)
{
    /// <inheritdoc/>
    public override Tensor Call(Tensor yTrue, Tensor yPred)
    {
        var (labels, predictions) = Ranks.Match(Ops.Op.Cast(yTrue, yPred.DType), yPred);
        return RegressionLosses.MeanSquaredError(labels, predictions);
    }
}
