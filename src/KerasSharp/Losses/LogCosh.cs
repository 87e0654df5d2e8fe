namespace KerasSharp.Losses;

/// <summary>The mean of log(cosh(difference)).</summary>
/// <param name="reduction">How losses of samples become one number; see <see cref="Loss.Reduction"/>.</param>
/// <param name="name">The name in logs.</param>
public sealed class LogCosh(
    string? reduction = LossReduction.SumOverBatchSize,
    string name = "log_cosh"
) : Loss(reduction, name)
{
    /// <inheritdoc/>
    public override Tensor Call(Tensor yTrue, Tensor yPred)
    {
        var (labels, predictions) = Ranks.Match(Ops.Op.Cast(yTrue, yPred.DType), yPred);
        return RegressionLosses.LogCosh(labels, predictions);
    }
}
