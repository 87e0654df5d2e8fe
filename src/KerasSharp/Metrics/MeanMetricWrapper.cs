using KerasSharp.Saving;

namespace KerasSharp.Metrics;

/// <summary>The mean over samples of a function of one's own, or of a loss.</summary>
/// <param name="function">The values of samples from targets and predictions.</param>
/// <param name="name">The name; null for an automatic one.</param>
public sealed class MeanMetricWrapper(Func<Tensor, Tensor, Tensor> function, string? name = null) : FunctionMetric(name)
{
    /// <inheritdoc/>
    /// <exception cref="NotSupportedException">Always: a function cannot be saved.</exception>
    public override Config GetConfig() =>
        throw new NotSupportedException(
            $"The metric '{Name}' is a function and cannot be saved. Use one of the metric classes to save it."
        );

    private protected override Tensor Function(Tensor yTrue, Tensor yPred) => function(yTrue, yPred);
}
