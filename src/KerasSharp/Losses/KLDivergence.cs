namespace KerasSharp.Losses;

/// <summary>The Kullback-Leibler divergence of the truth from the prediction over the last axis.</summary>
/// <param name="reduction">How losses of samples become one number; see <see cref="Loss.Reduction"/>.</param>
/// <param name="name">The name in logs.</param>
public sealed class KLDivergence(
    string? reduction = LossReduction.SumOverBatchSize,
    string name = "kl_divergence"
) : Loss(reduction, name)
{
    /// <inheritdoc/>
    public override Tensor Call(Tensor yTrue, Tensor yPred)
    {
        var (labels, predictions) = Ranks.Match(Ops.Op.Cast(yTrue, yPred.DType), yPred);
        return RegressionLosses.KlDivergence(labels, predictions);
    }
}
