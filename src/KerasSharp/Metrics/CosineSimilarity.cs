using KerasSharp.Saving;

namespace KerasSharp.Metrics;

/// <summary>The mean cosine of the angle between target and prediction: 1 for the same direction.</summary>
/// <param name="axis">The axis along which the vectors lie.</param>
/// <param name="name">The name.</param>
public sealed class CosineSimilarity(int axis = -1, string name = "cosine_similarity") : FunctionMetric(name)
{
    /// <summary>The axis along which the vectors lie.</summary>
    public int Axis { get; } = axis;

    /// <inheritdoc/>
    public override Config GetConfig() => base.GetConfig().With(new() { ["axis"] = Axis });

    private protected override Tensor Function(Tensor yTrue, Tensor yPred) => -new Losses.CosineSimilarity(Axis).Function(yTrue, yPred);
}
