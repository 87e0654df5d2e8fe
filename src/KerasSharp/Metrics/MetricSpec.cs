using KerasSharp.Losses;
using KerasSharp.Saving;

namespace KerasSharp.Metrics;

/// <summary>
/// A metric as it is given to <c>Compile</c>: a name, a metric, a loss or a function. What <c>"accuracy"</c> means depends on the shapes
/// of targets and predictions, so it becomes a <see cref="Metric"/> only when these are known.
/// </summary>
public sealed class MetricSpec
{
    private readonly object value;

    /// <summary>A metric by its Keras name.</summary>
    public MetricSpec(string name) => value = name;

    /// <summary>A metric.</summary>
    public MetricSpec(Metric metric) => value = metric;

    /// <summary>The mean of a loss over samples.</summary>
    public MetricSpec(Loss loss) => value = new MeanMetricWrapper(loss.Call, loss.Name);

    /// <summary>The mean of a function of targets and predictions over samples.</summary>
    public MetricSpec(Func<Tensor, Tensor, Tensor> function, string? name = null) => value = new MeanMetricWrapper(function, name);

    /// <summary>A metric by its Keras name.</summary>
    public static implicit operator MetricSpec(string name) => new(name);

    /// <summary>A metric.</summary>
    public static implicit operator MetricSpec(Metric metric) => new(metric);

    /// <summary>The mean of a loss over samples.</summary>
    public static implicit operator MetricSpec(Loss loss) => new(loss);

    /// <summary>The mean of a function of targets and predictions over samples.</summary>
    public static implicit operator MetricSpec(Func<Tensor, Tensor, Tensor> function) => new(function);

    /// <summary>The name that was given; null where it was an object or a function.</summary>
    internal string? Identifier => value as string;

    /// <summary>What stands in Keras's files: the name as it was given, or the metric's config.</summary>
    public object Serialize() => value is Metric metric ? KerasObjects.Serialize(metric) : value;

    /// <summary>The metric. A name as it was given is the metric's name.</summary>
    /// <param name="yTrue">The shape of the targets.</param>
    /// <param name="yPred">The shape of the predictions.</param>
    /// <exception cref="ArgumentException">There is no metric of that name; the message lists those there are.</exception>
    public Metric Resolve(Shape yTrue, Shape yPred)
    {
        if (value is Metric metric)
            return metric;
        var name = (string)value;
        var resolved = name.ToLowerInvariant() is "accuracy" or "acc"
            ? Accuracy(name, yTrue, yPred)
            : KerasObjects.Deserialize<Metric>(name)!;
        resolved.Name = name;
        return resolved;
    }

    private static Metric Accuracy(string name, Shape yTrue, Shape yPred)
    {
        if (!yTrue.HasRank || !yPred.HasRank)
            throw new ArgumentException(
                $"'{name}' means binary, categorical or sparse categorical accuracy according to the shapes of targets and predictions, which are not known here. Name one: binary_accuracy, categorical_accuracy, sparse_categorical_accuracy."
            );
        return ClassificationKinds.Of(yTrue, yPred) switch
        {
            ClassificationKind.Binary => new BinaryAccuracy(),
            ClassificationKind.Sparse => new SparseCategoricalAccuracy(),
            _ => new CategoricalAccuracy(),
        };
    }
}
