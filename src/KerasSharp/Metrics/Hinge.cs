namespace KerasSharp.Metrics;

/// <summary>The mean of max(1 − target · prediction, 0).</summary>
/// <param name="name">The name.</param>
public sealed class Hinge(string name = "hinge") : FunctionMetric(name)
{
    private protected override Tensor Function(Tensor yTrue, Tensor yPred) => new Losses.Hinge().Function(yTrue, yPred);
}
