namespace KerasSharp.Losses;

/// <summary>100 times the mean of absolute differences in relation to the truth.</summary>
/// <param name="reduction">How losses of samples become one number; see <see cref="Loss.Reduction"/>.</param>
/// <param name="name">The name in logs.</param>
public sealed class MeanAbsolutePercentageError(
    string? reduction = LossReduction.SumOverBatchSize,
    string name = "mean_absolute_percentage_error"
) : Loss(reduction, name)
{
    /// <inheritdoc/>
    public override Tensor Call(Tensor yTrue, Tensor yPred)
    {
        var (labels, predictions) = Ranks.Match(Ops.Op.Cast(yTrue, yPred.DType), yPred);
        return RegressionLosses.MeanAbsolutePercentageError(labels, predictions);
    }
}
