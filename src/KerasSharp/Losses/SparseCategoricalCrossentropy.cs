using KerasSharp.Ops;
using KerasSharp.Saving;

namespace KerasSharp.Losses;

/// <summary>Crossentropy of targets that are class numbers: −log(p of the target), the classes lying along the last axis.</summary>
/// <param name="fromLogits">Whether predictions are logits, the input of a softmax, instead of probabilities.</param>
/// <param name="ignoreClass">A class number whose samples do not count; null for none.</param>
/// <param name="reduction">How the samples' losses become one number; see <see cref="Loss"/>.</param>
/// <param name="name">The name.</param>
public sealed class SparseCategoricalCrossentropy(
    bool fromLogits = false,
    int? ignoreClass = null,
    string? reduction = "sum_over_batch_size",
    string name = "sparse_categorical_crossentropy"
) : FunctionLoss(reduction, name)
{
    /// <summary>Whether predictions are logits.</summary>
    public bool FromLogits { get; } = fromLogits;

    /// <summary>A class number whose samples do not count; null for none.</summary>
    public int? IgnoreClass { get; } = ignoreClass;

    /// <inheritdoc/>
    public override Config GetConfig() => base.GetConfig().With(new() { ["from_logits"] = FromLogits, ["ignore_class"] = IgnoreClass });

    internal override Tensor Function(Tensor yTrue, Tensor yPred) => FunctionWithMask(yTrue, yPred).Values;

    private protected override (Tensor Values, Tensor? Mask) CallWithMask(Tensor yTrue, Tensor yPred)
    {
        (yTrue, yPred) = K.ToSameRank(yTrue, yPred);
        return FunctionWithMask(yTrue, yPred);
    }

    private (Tensor Values, Tensor? Mask) FunctionWithMask(Tensor yTrue, Tensor yPred)
    {
        if (yTrue.Rank == yPred.Rank && yTrue.Shape[-1] == 1)
            yTrue = K.SqueezeLast(yTrue);
        if (IgnoreClass is not { } ignored)
            return (K.SparseCategoricalCrossentropy(yTrue, yPred, FromLogits), null);
        var valid = Op.NotEqual(yTrue, Op.Constant(ignored, yTrue.DType));
        var target = Op.SelectV2(valid, yTrue, Op.Constant(0, yTrue.DType));
        var output = Op.SelectV2(Op.ExpandDims(valid, -1), yPred, Op.Constant(0, yPred.DType));
        var losses = K.SparseCategoricalCrossentropy(target, output, FromLogits);
        return (Op.SelectV2(valid, losses, Op.Constant(0, losses.DType)), valid);
    }
}
