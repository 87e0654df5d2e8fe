using KerasSharp.Ops;

namespace KerasSharp.Losses;

/// <summary>Crossentropy of one-hot (or soft) targets: −Σ t · log(p) along the axis of the classes.</summary>
/// <param name="fromLogits">Whether predictions are logits, the input of a softmax, instead of probabilities.</param>
/// <param name="labelSmoothing">How far targets are moved towards the middle, from 0 (not at all) to 1.</param>
/// <param name="axis">The axis of the classes.</param>
/// <param name="reduction">How the samples' losses become one number; see <see cref="Loss"/>.</param>
/// <param name="name">The name.</param>
public sealed class CategoricalCrossentropy(
    bool fromLogits = false,
    double labelSmoothing = 0,
    int axis = -1,
    string? reduction = "sum_over_batch_size",
    string name = "categorical_crossentropy"
) : CrossentropyBase(fromLogits, labelSmoothing, axis, reduction, name)
{
    internal override Tensor Function(Tensor yTrue, Tensor yPred) =>
        K.CategoricalCrossentropy(SmoothedLabels.Categorical(Like(yTrue, yPred), LabelSmoothing), yPred, FromLogits, Axis);
}
