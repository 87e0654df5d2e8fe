using KerasSharp.Saving;

namespace KerasSharp.Metrics;

/// <summary>The mean crossentropy of yes-or-no targets.</summary>
/// <param name="fromLogits">Whether predictions are logits, the input of a sigmoid, instead of probabilities.</param>
/// <param name="labelSmoothing">How far targets are moved towards the middle, from 0 (not at all) to 1.</param>
/// <param name="name">The name.</param>
public sealed class BinaryCrossentropy(bool fromLogits = false, double labelSmoothing = 0, string name = "binary_crossentropy")
    : FunctionMetric(name)
{
    /// <summary>Whether predictions are logits, the input of a sigmoid, instead of probabilities.</summary>
    public bool FromLogits { get; } = fromLogits;

    /// <summary>How far targets are moved towards the middle, from 0 (not at all) to 1.</summary>
    public double LabelSmoothing { get; } = labelSmoothing;

    /// <inheritdoc/>
    public override Config GetConfig() =>
        base.GetConfig().With(new() { ["from_logits"] = FromLogits, ["label_smoothing"] = LabelSmoothing });

    private protected override Tensor Function(Tensor yTrue, Tensor yPred) =>
        new Losses.BinaryCrossentropy(FromLogits, LabelSmoothing).Function(yTrue, yPred);
}
