using KerasSharp.Losses;
using KerasSharp.Metrics;
using KerasSharp.Optimizers;

namespace KerasSharp;

/// <summary>What <c>Compile</c> was given, a loss and lists of metrics for each output.</summary>
internal sealed record CompiledOptions(
    Optimizer Optimizer,
    Loss?[] Losses,
    double[] LossWeights,
    MetricSpec[][] Metrics,
    MetricSpec[][] WeightedMetrics
);
