using System.Collections;
using System.Runtime.CompilerServices;
using KerasSharp.Losses;
using KerasSharp.Metrics;

namespace KerasSharp;

/// <summary>The metrics of one output: one metric, <c>"mae"</c>, or a list of them, <c>["mae", "mse"]</c>.</summary>
[CollectionBuilder(typeof(OutputMetrics), nameof(Create))]
public sealed class OutputMetrics : IEnumerable<MetricSpec>
{
    private readonly MetricSpec[] metrics;

    private OutputMetrics(MetricSpec[] metrics) => this.metrics = metrics;

    /// <summary>A list of metrics; what a collection expression calls.</summary>
    public static OutputMetrics Create(ReadOnlySpan<MetricSpec> metrics) => new(metrics.ToArray());

    /// <summary>A metric by its Keras name.</summary>
    public static implicit operator OutputMetrics(string name) => new([name]);

    /// <summary>A metric.</summary>
    public static implicit operator OutputMetrics(Metric metric) => new([metric]);

    /// <summary>A metric as it is given to <c>Compile</c>.</summary>
    public static implicit operator OutputMetrics(MetricSpec metric) => new([metric]);

    /// <summary>The mean of a loss over samples.</summary>
    public static implicit operator OutputMetrics(Loss loss) => new([loss]);

    /// <summary>The mean of a function of targets and predictions over samples.</summary>
    public static implicit operator OutputMetrics(Func<Tensor, Tensor, Tensor> function) => new([function]);

    /// <summary>A list of metrics.</summary>
    public static implicit operator OutputMetrics(MetricSpec[] metrics) => new([.. metrics]);

    /// <inheritdoc/>
    public IEnumerator<MetricSpec> GetEnumerator() => ((IEnumerable<MetricSpec>)metrics).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
