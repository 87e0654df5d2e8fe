using KerasSharp.Saving;

namespace KerasSharp.Losses;

/// <summary>What the crossentropies of targets that have the shape of the predictions have in common: their arguments.</summary>
public abstract class CrossentropyBase : FunctionLoss
{
    private protected CrossentropyBase(bool fromLogits, double labelSmoothing, int axis, string? reduction, string name)
        : base(reduction, name) => (FromLogits, LabelSmoothing, Axis) = (fromLogits, labelSmoothing, axis);

    /// <summary>Whether predictions are logits, the input of a sigmoid or softmax, instead of probabilities.</summary>
    public bool FromLogits { get; }

    /// <summary>How far targets are moved towards the middle, from 0 (not at all) to 1.</summary>
    public double LabelSmoothing { get; }

    /// <summary>The axis of the classes, or of the mean where each element is a class of its own.</summary>
    public int Axis { get; }

    /// <inheritdoc/>
    public sealed override Config GetConfig() =>
        base.GetConfig()
            .With(FocalConfig())
            .With(
                new()
                {
                    ["from_logits"] = FromLogits,
                    ["label_smoothing"] = LabelSmoothing,
                    ["axis"] = Axis,
                }
            );

    /// <summary>The arguments of a focal loss, which Keras writes first.</summary>
    private protected virtual Config FocalConfig() => [];
}
