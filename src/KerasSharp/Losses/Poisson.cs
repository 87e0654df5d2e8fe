namespace KerasSharp.Losses;

/// <summary>The mean of prediction − truth · log(prediction).</summary>
/// <param name="reduction">How losses of samples become one number; see <see cref="Loss.Reduction"/>.</param>
/// <param name="name">The name in logs.</param>
public sealed class Poisson(
    string? reduction = LossReduction.SumOverBatchSize,
    string name = "poisson"
) : Loss(reduction, name)
{
    /// <inheritdoc/>
    public override Tensor Call(Tensor yTrue, Tensor yPred)
    {
        var (labels, predictions) = Ranks.Match(Ops.Op.Cast(yTrue, yPred.DType), yPred);
        return RegressionLosses.Poisson(labels, predictions);
    }
}
