using KerasSharp.Saving;

namespace KerasSharp.Losses;

/// <summary>The negative cosine of the angle between truth and prediction.</summary>
/// <param name="axis">The axis of the vectors.</param>
/// <param name="reduction">How losses of samples become one number; see <see cref="Loss.Reduction"/>.</param>
/// <param name="name">The name in logs.</param>
public sealed class CosineSimilarity(
    int axis = -1,
    string? reduction = LossReduction.SumOverBatchSize,
    string name = "cosine_similarity"
) : Loss(reduction, name)
{
    /// <inheritdoc/>
    public override Tensor Call(Tensor yTrue, Tensor yPred)
    {
        var (labels, predictions) = Ranks.Match(Ops.Op.Cast(yTrue, yPred.DType), yPred);
        return RegressionLosses.CosineSimilarity(labels, predictions, axis);
    }

    /// <inheritdoc/>
    public override Config GetConfig() =>
        base.GetConfig()
            .With(
                new()
                {
                ["axis"] = axis,
                }
            );
}
