using KerasSharp.Ops;
using KerasSharp.Saving;

namespace KerasSharp.Metrics;

/// <summary>The mean crossentropy of targets that are class numbers, the classes lying along the last axis.</summary>
/// <param name="fromLogits">Whether predictions are logits, the input of a softmax, instead of probabilities.</param>
/// <param name="ignoreClass">A class number whose samples have the crossentropy 0, and do not count where there are weights; null for none.</param>
/// <param name="name">The name.</param>
public sealed class SparseCategoricalCrossentropy(
    bool fromLogits = false,
    int? ignoreClass = null,
    string name = "sparse_categorical_crossentropy"
) : FunctionMetric(name)
{
    /// <summary>Whether predictions are logits.</summary>
    public bool FromLogits { get; } = fromLogits;

    /// <summary>A class number whose samples do not count; null for none.</summary>
    public int? IgnoreClass { get; } = ignoreClass;

    /// <inheritdoc/>
    public override Config GetConfig() =>
        base.GetConfig()
            .With(
                new()
                {
                    ["from_logits"] = FromLogits,
                    ["ignore_class"] = IgnoreClass,
                    ["axis"] = -1,
                }
            );

    private protected override Tensor Function(Tensor yTrue, Tensor yPred) =>
        new Losses.SparseCategoricalCrossentropy(FromLogits, IgnoreClass).Function(yTrue, yPred);

    private protected override Tensor? Counts(Tensor yTrue, Tensor yPred)
    {
        if (IgnoreClass is not { } ignored)
            return null;
        var target = yTrue.Rank == yPred.Rank && yTrue.Shape[-1] == 1 ? K.SqueezeLast(yTrue) : yTrue;
        return Op.NotEqual(target, Op.Constant(ignored, target.DType));
    }
}
