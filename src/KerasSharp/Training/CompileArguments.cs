using KerasSharp.Optimizers;

namespace KerasSharp;

/// <summary>What <c>Compile</c> was given, before the outputs are known.</summary>
internal sealed record CompileArguments(
    Optimizer Optimizer,
    LossList? Loss,
    MetricList? Metrics,
    MetricList? WeightedMetrics,
    LossWeights? LossWeights
);
