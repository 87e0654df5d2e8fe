using KerasSharp.Losses;
using KerasSharp.Metrics;
using KerasSharp.Optimizers;

namespace KerasSharp;

/// <summary>What <c>Compile</c> was given, a loss and lists of metrics for each output, and the state in which they gather.</summary>
internal sealed record CompiledOptions(
    Optimizer Optimizer,
    Loss?[] Losses,
    double[] LossWeights,
    MetricSpec[][] Metrics,
    MetricSpec[][] WeightedMetrics
)
{
    private readonly Dictionary<string, (Variable Total, Variable Count)> trackers = new(StringComparer.Ordinal);
    private readonly Dictionary<MetricSpec, Metric> resolved = new(ReferenceEqualityComparer.Instance);

    /// <summary>The number of outputs that have a loss.</summary>
    public int LossCount => Losses.Count(loss => loss is not null);

    /// <summary>The metrics in the order in which they were given, as far as they are known; weighted ones last.</summary>
    public IEnumerable<Metric> KnownMetrics =>
        Metrics.Concat(WeightedMetrics).SelectMany(group => group).Where(resolved.ContainsKey).Select(spec => resolved[spec]);

    /// <summary>Total and count of a running mean; steps for data of other shapes share them.</summary>
    public (Variable Total, Variable Count) Tracker(string name)
    {
        if (!trackers.TryGetValue(name, out var tracker))
            trackers[name] = tracker = (Zero($"{name}_total"), Zero($"{name}_count"));
        return tracker;
    }

    /// <summary>The metric that a specification means for targets and predictions of these shapes; the first ones decide.</summary>
    public Metric Resolve(MetricSpec spec, Shape target, Shape output)
    {
        if (!resolved.TryGetValue(spec, out var metric))
            resolved[spec] = metric = spec.Resolve(target, output);
        return metric;
    }

    private static Variable Zero(string name) => new(name, Ops.Op.Constant(0, DType.Float32), trainable: false);
}
