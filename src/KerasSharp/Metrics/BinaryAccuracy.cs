using KerasSharp.Saving;

namespace KerasSharp.Metrics;

/// <summary>How often predictions above a threshold, and no others, have the target 1.</summary>
/// <param name="threshold">Above it a prediction counts as 1.</param>
/// <param name="name">The name.</param>
public sealed class BinaryAccuracy(double threshold = 0.5, string name = "binary_accuracy") : FunctionMetric(name)
{
    /// <summary>Above it a prediction counts as 1.</summary>
    public double Threshold { get; } = threshold;

    /// <inheritdoc/>
    public override Config GetConfig() => base.GetConfig().With(new() { ["threshold"] = Threshold });

    private protected override Tensor Function(Tensor yTrue, Tensor yPred) => AccuracyFunctions.Binary(yTrue, yPred, Threshold);
}
