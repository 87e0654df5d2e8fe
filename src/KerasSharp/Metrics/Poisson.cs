namespace KerasSharp.Metrics;

/// <summary>The mean of prediction − target · log(prediction).</summary>
/// <param name="name">The name.</param>
public sealed class Poisson(string name = "poisson") : FunctionMetric(name)
{
    private protected override Tensor Function(Tensor yTrue, Tensor yPred) => new Losses.Poisson().Function(yTrue, yPred);
}
