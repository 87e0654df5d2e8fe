using KerasSharp.Saving;

namespace KerasSharp.Losses;

/// <summary>Quadratic for small differences, linear for large ones (Huber 1964).</summary>
/// <param name="delta">Where the quadratic part ends.</param>
/// <param name="reduction">How losses of samples become one number; see <see cref="Loss.Reduction"/>.</param>
/// <param name="name">The name in logs.</param>
public sealed class Huber(
    double delta = 1.0,
    string? reduction = LossReduction.SumOverBatchSize,
    string name = "huber"
) : Loss(reduction, name)
{
    /// <inheritdoc/>
    public override Tensor Call(Tensor yTrue, Tensor yPred)
    {
        var (labels, predictions) = Ranks.Match(Ops.Op.Cast(yTrue, yPred.DType), yPred);
        return RegressionLosses.Huber(labels, predictions, delta);
    }

    /// <inheritdoc/>
    public override Config GetConfig() =>
        base.GetConfig()
            .With(
                new()
                {
                ["delta"] = delta,
                }
            );
}
