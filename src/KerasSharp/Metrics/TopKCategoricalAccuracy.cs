using KerasSharp.Saving;

namespace KerasSharp.Metrics;

/// <summary>How often the place of the largest target is among those of the k largest predictions.</summary>
/// <param name="k">How many of the largest predictions count.</param>
/// <param name="name">The name.</param>
public sealed class TopKCategoricalAccuracy(int k = 5, string name = "top_k_categorical_accuracy") : FunctionMetric(name)
{
    /// <summary>How many of the largest predictions count.</summary>
    public int K { get; } = k;

    /// <inheritdoc/>
    public override Config GetConfig() => base.GetConfig().With(new() { ["k"] = K });

    private protected override Tensor Function(Tensor yTrue, Tensor yPred) => AccuracyFunctions.TopK(yTrue, yPred, K);
}
