using KerasSharp.Layers;
using KerasSharp.Metrics;

namespace KerasSharp;

/// <summary>The updates of all metrics in one step, under the names that Keras gives them in logs.</summary>
internal sealed class MetricSteps(
    Model model,
    CompiledOptions options,
    IReadOnlyList<Tensor> outputs,
    Tensor?[] targets,
    CallContext context
)
{
    private readonly Dictionary<string, int> counts = new(StringComparer.Ordinal);

    /// <summary>Name, metric and new state of each: first those that ignore sample weights, then those that heed them.</summary>
    public IEnumerable<(string Name, Metric Metric, IReadOnlyList<(Variable Variable, Tensor Value)> Changed)> Run(Tensor?[] weights)
    {
        foreach (var (i, spec) in Specs(options.Metrics))
        {
            var metric = Resolve(spec, i);
            yield return (Unique(Prefix(i) + metric.Name), metric, Update(metric, i, null));
        }
        foreach (var (i, spec) in Specs(options.WeightedMetrics))
        {
            var metric = Resolve(spec, i);
            var name = counts.ContainsKey(Prefix(i) + metric.Name) ? $"{Prefix(i)}weighted_{metric.Name}" : Prefix(i) + metric.Name;
            yield return (Unique(name), metric, Update(metric, i, weights.ElementAtOrDefault(i)));
        }
    }

    private static IEnumerable<(int Output, MetricSpec Spec)> Specs(MetricSpec[][] metrics) =>
        metrics.SelectMany((group, i) => group.Select(spec => (i, spec)));

    private string Prefix(int output) => outputs.Count > 1 ? $"{model.TargetNames[output]}_" : "";

    private string Unique(string name)
    {
        if (counts.TryAdd(name, 1))
            return name;
        return $"{name}_{counts[name]++}";
    }

    private Metric Resolve(MetricSpec spec, int i) => options.Resolve(spec, Target(i).Shape, outputs[i].Shape);

    private IReadOnlyList<(Variable Variable, Tensor Value)> Update(Metric metric, int i, Tensor? weight) =>
        metric.Update(Target(i), outputs[i], weight, context.Mask(outputs[i]));

    private Tensor Target(int i) =>
        targets.ElementAtOrDefault(i)
        ?? throw new ArgumentException($"Model '{model.Name}': output '{model.TargetNames[i]}' has metrics; give targets y for it.");
}
