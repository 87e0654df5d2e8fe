using KerasSharp.Saving;

namespace KerasSharp.Metrics;

/// <summary>The mean of Pearson's correlation of targets and predictions.</summary>
/// <param name="axis">The axis along which values are compared.</param>
/// <param name="name">The name.</param>
public sealed class PearsonCorrelation(int axis = -1, string name = "pearson_correlation") : FunctionMetric(name)
{
    /// <summary>The axis along which values are compared.</summary>
    public int Axis { get; } = axis;

    /// <inheritdoc/>
    public override Config GetConfig() => base.GetConfig().With(new() { ["axis"] = Axis });

    private protected override Tensor Function(Tensor yTrue, Tensor yPred) => CorrelationFunctions.Pearson(yTrue, yPred, Axis);
}
