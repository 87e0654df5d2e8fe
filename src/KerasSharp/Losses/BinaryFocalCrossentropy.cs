using KerasSharp.Ops;
using KerasSharp.Saving;

namespace KerasSharp.Losses;

/// <summary>Binary crossentropy in which well classified elements count less: times (1 − p of the target)^gamma.</summary>
/// <param name="applyClassBalancing">Whether class 1 is weighted by alpha and class 0 by 1 − alpha.</param>
/// <param name="alpha">The weight of class 1.</param>
/// <param name="gamma">The exponent, 0 or more.</param>
/// <param name="fromLogits">Whether predictions are logits, the input of a sigmoid, instead of probabilities.</param>
/// <param name="labelSmoothing">How far targets are moved towards the middle, from 0 (not at all) to 1.</param>
/// <param name="axis">The axis of the mean.</param>
/// <param name="reduction">How the samples' losses become one number; see <see cref="Loss"/>.</param>
/// <param name="name">The name.</param>
public sealed class BinaryFocalCrossentropy(
    bool applyClassBalancing = false,
    double alpha = 0.25,
    double gamma = 2,
    bool fromLogits = false,
    double labelSmoothing = 0,
    int axis = -1,
    string? reduction = "sum_over_batch_size",
    string name = "binary_focal_crossentropy"
) : CrossentropyBase(fromLogits, labelSmoothing, axis, reduction, name)
{
    /// <summary>Whether class 1 is weighted by alpha and class 0 by 1 − alpha.</summary>
    public bool ApplyClassBalancing { get; } = applyClassBalancing;

    /// <summary>The weight of class 1.</summary>
    public double Alpha { get; } = alpha;

    /// <summary>The exponent, 0 or more.</summary>
    public double Gamma { get; } = gamma;

    private protected override Config FocalConfig() =>
        new()
        {
            ["apply_class_balancing"] = ApplyClassBalancing,
            ["alpha"] = Alpha,
            ["gamma"] = Gamma,
        };

    internal override Tensor Function(Tensor yTrue, Tensor yPred)
    {
        var target = SmoothedLabels.Binary(Like(yTrue, yPred), LabelSmoothing);
        var output = FromLogits ? Activations.Sigmoid(yPred) : yPred;
        var ofTarget = target * output + (1 - target) * (1 - output);
        var loss = Op.Pow(1 - ofTarget, Op.Constant(Gamma, output.DType)) * K.BinaryCrossentropy(target, output);
        if (ApplyClassBalancing)
            loss *= target * Alpha + (1 - target) * (1 - Alpha);
        return K.Mean(loss, [Axis]);
    }
}
