namespace KerasSharp.Metrics;

/// <summary>The mean of how far the target class is from leading all others by 1.</summary>
/// <param name="name">The name.</param>
public sealed class CategoricalHinge(string name = "categorical_hinge") : FunctionMetric(name)
{
    private protected override Tensor Function(Tensor yTrue, Tensor yPred) => new Losses.CategoricalHinge().Function(yTrue, yPred);
}
