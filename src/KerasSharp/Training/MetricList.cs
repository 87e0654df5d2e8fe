using System.Collections;
using System.Runtime.CompilerServices;
using KerasSharp.Metrics;

namespace KerasSharp;

/// <summary>
/// The metrics of a model's outputs: a list for the only output, a list with one metric an output, or a dictionary of lists by output name.
/// </summary>
[CollectionBuilder(typeof(MetricList), nameof(Create))]
public sealed class MetricList : IEnumerable<MetricSpec>
{
    private readonly MetricSpec[] metrics;
    private readonly IReadOnlyDictionary<string, MetricSpec[]>? named;

    private MetricList(MetricSpec[] metrics, IReadOnlyDictionary<string, MetricSpec[]>? named = null) =>
        (this.metrics, this.named) = (metrics, named);

    /// <summary>A list of metrics.</summary>
    public static MetricList Create(ReadOnlySpan<MetricSpec> metrics) => new(metrics.ToArray());

    /// <summary>Metrics by the names of the outputs.</summary>
    public static implicit operator MetricList(Dictionary<string, MetricSpec[]> named) => new([], named);

    /// <summary>The metrics of each output.</summary>
    /// <exception cref="ArgumentException">The number or a name does not fit the outputs.</exception>
    internal MetricSpec[][] For(string model, IReadOnlyList<string> outputs)
    {
        if (named is not null)
        {
            if (named.Keys.FirstOrDefault(name => !outputs.Contains(name)) is { } unknown)
                throw new ArgumentException(
                    $"Model '{model}' has no output '{unknown}' for the metrics given; its outputs are {string.Join(", ", outputs)}."
                );
            return [.. outputs.Select(name => named.GetValueOrDefault(name, []))];
        }
        if (outputs.Count == 1 || metrics.Length == 0)
            return [.. outputs.Select(_ => metrics)];
        return metrics.Length == outputs.Count
            ? [.. metrics.Select(metric => new[] { metric })]
            : throw new ArgumentException(
                $"Model '{model}' has {outputs.Count} outputs; a list of metrics has one for each, but {metrics.Length} came. Use a dictionary by output name."
            );
    }

    /// <inheritdoc/>
    public IEnumerator<MetricSpec> GetEnumerator() => ((IEnumerable<MetricSpec>)metrics).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
