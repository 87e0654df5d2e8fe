using KerasSharp.Saving;

namespace KerasSharp.Losses;

/// <summary>The cross entropy of predicted classes with one-hot labels.</summary>
/// <param name="fromLogits">Whether predictions are logits instead of probabilities.</param>
/// <param name="labelSmoothing">How far labels are moved to the middle, from 0 to 1.</param>
/// <param name="axis">The axis of the classes.</param>
/// <param name="reduction">How losses of samples become one number; see <see cref="Loss.Reduction"/>.</param>
/// <param name="name">The name in logs.</param>
public sealed class CategoricalCrossentropy(
    bool fromLogits = false,
    double labelSmoothing = 0.0,
    int axis = -1,
    string? reduction = LossReduction.SumOverBatchSize,
    string name = "categorical_crossentropy"
) : Loss(reduction, name)
{
    /// <inheritdoc/>
    public override Tensor Call(Tensor yTrue, Tensor yPred)
    {
        var (labels, predictions) = Ranks.Match(Ops.Op.Cast(yTrue, yPred.DType), yPred);
        return Crossentropies.Categorical(labels, predictions, fromLogits, labelSmoothing, axis);
    }

    /// <inheritdoc/>
    public override Config GetConfig() =>
        base.GetConfig()
            .With(
                new()
                {
                ["from_logits"] = fromLogits,
                ["label_smoothing"] = labelSmoothing,
                ["axis"] = axis,
                }
            );
}
