namespace KerasSharp.Metrics;

/// <summary>The mean of log(cosh(prediction − target)).</summary>
/// <param name="name">The name.</param>
public sealed class LogCoshError(string name = "logcosh") : FunctionMetric(name)
{
    private protected override Tensor Function(Tensor yTrue, Tensor yPred) => new Losses.LogCosh().Function(yTrue, yPred);
}
