using System.Collections;
using System.Runtime.CompilerServices;
using KerasSharp.Metrics;

namespace KerasSharp;

/// <summary>
/// The metrics of a model's outputs: a list for the only output, a list with an entry for each output (null or a list of its own,
/// <c>[["mae"], ["accuracy"]]</c>), or a dictionary by output name.
/// </summary>
[CollectionBuilder(typeof(MetricList), nameof(Create))]
public sealed class MetricList : IEnumerable<OutputMetrics?>
{
    private readonly OutputMetrics?[] metrics;
    private readonly IReadOnlyDictionary<string, OutputMetrics>? named;

    private MetricList(OutputMetrics?[] metrics, IReadOnlyDictionary<string, OutputMetrics>? named = null) =>
        (this.metrics, this.named) = (metrics, named);

    /// <summary>A list of metrics; what a collection expression calls.</summary>
    public static MetricList Create(ReadOnlySpan<OutputMetrics?> metrics) => new(metrics.ToArray());

    /// <summary>Metrics by the names of the outputs.</summary>
    public static implicit operator MetricList(Dictionary<string, OutputMetrics> named) => new([], named);

    /// <summary>Metrics by the names of the outputs.</summary>
    public static implicit operator MetricList(Dictionary<string, MetricSpec[]> named) =>
        new([], named.ToDictionary(pair => pair.Key, pair => (OutputMetrics)pair.Value));

    /// <summary>The metrics by output; null for a list.</summary>
    internal IReadOnlyDictionary<string, OutputMetrics>? Named => named;

    /// <summary>All metrics that it has, of whatever output.</summary>
    internal IEnumerable<MetricSpec> All => (named?.Values ?? metrics.AsEnumerable()).SelectMany(group => group ?? []);

    /// <summary>The metrics of each output.</summary>
    /// <exception cref="ArgumentException">The number or a name does not fit the outputs.</exception>
    internal MetricSpec[][] For(string model, IReadOnlyList<string> outputs)
    {
        if (named is not null)
        {
            OutputNameCheck.Known(named.Keys, model, outputs, "metrics");
            return [.. outputs.Select(name => named.TryGetValue(name, out var group) ? group.ToArray() : [])];
        }
        if (outputs.Count == 1)
            return
            [
                [.. All],
            ];
        if (metrics.Length == 0)
            return [.. outputs.Select(_ => Array.Empty<MetricSpec>())];
        return metrics.Length == outputs.Count
            ? [.. metrics.Select(group => group?.ToArray() ?? [])]
            : throw new ArgumentException(
                $"Model '{model}' has {outputs.Count} outputs ({string.Join(", ", outputs)}); a list of metrics has an entry for each, but {metrics.Length} came. Use lists, [[\"mae\"], [\"accuracy\"]], or a dictionary by output name."
            );
    }

    /// <inheritdoc/>
    public IEnumerator<OutputMetrics?> GetEnumerator() => ((IEnumerable<OutputMetrics?>)metrics).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
