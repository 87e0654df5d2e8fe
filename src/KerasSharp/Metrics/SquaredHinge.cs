namespace KerasSharp.Metrics;

/// <summary>The mean of max(1 − target · prediction, 0)².</summary>
/// <param name="name">The name.</param>
public sealed class SquaredHinge(string name = "squared_hinge") : FunctionMetric(name)
{
    private protected override Tensor Function(Tensor yTrue, Tensor yPred) => new Losses.SquaredHinge().Function(yTrue, yPred);
}
