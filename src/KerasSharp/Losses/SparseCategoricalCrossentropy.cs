using KerasSharp.Saving;

namespace KerasSharp.Losses;

/// <summary>The cross entropy of predicted classes with labels that are class numbers.</summary>
/// <param name="fromLogits">Whether predictions are logits instead of probabilities.</param>
/// <param name="ignoreClass">A class whose samples have loss 0; none by default.</param>
/// <param name="axis">The axis of the classes.</param>
/// <param name="reduction">How losses of samples become one number; see <see cref="Loss.Reduction"/>.</param>
/// <param name="name">The name in logs.</param>
public sealed class SparseCategoricalCrossentropy(
    bool fromLogits = false,
    int? ignoreClass = null,
    int axis = -1,
    string? reduction = LossReduction.SumOverBatchSize,
    string name = "sparse_categorical_crossentropy"
) : Loss(reduction, name)
{
    /// <inheritdoc/>
    public override Tensor Call(Tensor yTrue, Tensor yPred)
    {
        if (axis != -1 && axis != yPred.Rank - 1)
            throw new NotSupportedException("SparseCategoricalCrossentropy: axis must be the last one. Transpose the predictions.");
        return Crossentropies.Sparse(yTrue, yPred, fromLogits, ignoreClass);
    }

    /// <inheritdoc/>
    public override Config GetConfig() =>
        base.GetConfig()
            .With(
                new()
                {
                ["from_logits"] = fromLogits,
                ["ignore_class"] = ignoreClass,
                ["axis"] = axis,
                }
            );
}
