using KerasSharp.Ops;
using KerasSharp.Saving;

namespace KerasSharp.Losses;

/// <summary>Categorical crossentropy in which well classified samples count less: −Σ alpha · (1 − p)^gamma · t · log(p).</summary>
/// <param name="alpha">The weight of all classes.</param>
/// <param name="gamma">The exponent, 0 or more.</param>
/// <param name="fromLogits">Whether predictions are logits, the input of a softmax, instead of probabilities.</param>
/// <param name="labelSmoothing">How far targets are moved towards the middle, from 0 (not at all) to 1.</param>
/// <param name="axis">The axis of the classes.</param>
/// <param name="reduction">How the samples' losses become one number; see <see cref="Loss"/>.</param>
/// <param name="name">The name.</param>
public sealed class CategoricalFocalCrossentropy(
    double alpha = 0.25,
    double gamma = 2,
    bool fromLogits = false,
    double labelSmoothing = 0,
    int axis = -1,
    string? reduction = "sum_over_batch_size",
    string name = "categorical_focal_crossentropy"
) : CrossentropyBase(fromLogits, labelSmoothing, axis, reduction, name)
{
    /// <summary>The weight of all classes.</summary>
    public double Alpha { get; } = alpha;

    /// <summary>The exponent, 0 or more.</summary>
    public double Gamma { get; } = gamma;

    private protected override Config FocalConfig() => new() { ["alpha"] = Alpha, ["gamma"] = Gamma };

    internal override Tensor Function(Tensor yTrue, Tensor yPred)
    {
        var target = SmoothedLabels.Categorical(Like(yTrue, yPred), LabelSmoothing);
        var output = FromLogits ? Activations.Softmax(yPred, Axis) : yPred;
        output = K.Clip(output / K.Sum(output, [Axis], keepDims: true), K.Epsilon, 1 - K.Epsilon);
        var factor = Op.Pow(1 - output, Op.Constant(Gamma, output.DType)) * Alpha;
        return K.Sum(factor * (-target * Op.Log(output)), [Axis]);
    }
}
