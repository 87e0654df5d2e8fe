using KerasSharp.Ops;

namespace KerasSharp.Losses;

/// <summary>Crossentropy of yes-or-no targets: the mean of −(t · log(p) + (1 − t) · log(1 − p)) over an axis.</summary>
/// <param name="fromLogits">Whether predictions are logits, the input of a sigmoid, instead of probabilities.</param>
/// <param name="labelSmoothing">How far targets are moved towards the middle, from 0 (not at all) to 1.</param>
/// <param name="axis">The axis of the mean.</param>
/// <param name="reduction">How the samples' losses become one number; see <see cref="Loss"/>.</param>
/// <param name="name">The name.</param>
public sealed class BinaryCrossentropy(
    bool fromLogits = false,
    double labelSmoothing = 0,
    int axis = -1,
    string? reduction = "sum_over_batch_size",
    string name = "binary_crossentropy"
) : CrossentropyBase(fromLogits, labelSmoothing, axis, reduction, name)
{
    internal override Tensor Function(Tensor yTrue, Tensor yPred) =>
        K.Mean(K.BinaryCrossentropy(SmoothedLabels.Binary(Like(yTrue, yPred), LabelSmoothing), yPred, FromLogits), [Axis]);
}
