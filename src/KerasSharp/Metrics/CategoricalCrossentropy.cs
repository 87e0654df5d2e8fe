using KerasSharp.Saving;

namespace KerasSharp.Metrics;

/// <summary>The mean crossentropy of one-hot targets.</summary>
/// <param name="fromLogits">Whether predictions are logits, the input of a softmax, instead of probabilities.</param>
/// <param name="labelSmoothing">How far targets are moved towards the middle, from 0 (not at all) to 1.</param>
/// <param name="axis">The axis of the classes.</param>
/// <param name="name">The name.</param>
public sealed class CategoricalCrossentropy(
    bool fromLogits = false,
    double labelSmoothing = 0,
    int axis = -1,
    string name = "categorical_crossentropy"
) : FunctionMetric(name)
{
    /// <summary>Whether predictions are logits, the input of a softmax, instead of probabilities.</summary>
    public bool FromLogits { get; } = fromLogits;

    /// <summary>How far targets are moved towards the middle, from 0 (not at all) to 1.</summary>
    public double LabelSmoothing { get; } = labelSmoothing;

    /// <summary>The axis of the classes.</summary>
    public int Axis { get; } = axis;

    /// <inheritdoc/>
    public override Config GetConfig() =>
        base.GetConfig()
            .With(
                new()
                {
                    ["from_logits"] = FromLogits,
                    ["label_smoothing"] = LabelSmoothing,
                    ["axis"] = Axis,
                }
            );

    private protected override Tensor Function(Tensor yTrue, Tensor yPred) =>
        new Losses.CategoricalCrossentropy(FromLogits, LabelSmoothing, Axis).Function(yTrue, yPred);
}
