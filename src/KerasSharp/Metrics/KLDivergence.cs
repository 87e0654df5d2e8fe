namespace KerasSharp.Metrics;

/// <summary>The mean Kullback-Leibler divergence of predictions from targets.</summary>
/// <param name="name">The name.</param>
public sealed class KLDivergence(string name = "kl_divergence") : FunctionMetric(name)
{
    private protected override Tensor Function(Tensor yTrue, Tensor yPred) => new Losses.KLDivergence().Function(yTrue, yPred);
}
