using KerasSharp.Losses;
using KerasSharp.Metrics;

namespace KerasSharp.Saving;

/// <summary>What a model was compiled with, as Keras 3's <c>compile_config</c>.</summary>
/// <param name="byClass">
/// Whether losses and metrics are written as objects where the user gave a name: in .h5 files Keras 3 does not read all names that it writes.
/// </param>
internal sealed class CompileWriter(bool byClass)
{
    private static readonly string[] NamesForShapes = ["accuracy", "acc", "crossentropy", "ce"];

    /// <summary>The config.</summary>
    /// <exception cref="NotSupportedException">A loss or metric is a function, which no file can hold.</exception>
    public Config Write(CompileArguments arguments) =>
        new()
        {
            ["optimizer"] = arguments.Optimizer,
            ["loss"] = Losses(arguments.Loss),
            ["loss_weights"] = arguments.LossWeights?.Named is { } named ? Object(named, weight => weight) : arguments.LossWeights,
            ["metrics"] = Metrics(arguments.Metrics),
            ["weighted_metrics"] = Metrics(arguments.WeightedMetrics),
            ["run_eagerly"] = false,
            ["steps_per_execution"] = 1,
            ["jit_compile"] = false,
        };

    private object? Losses(LossList? losses) =>
        losses switch
        {
            null => null,
            { Named: { } named } => Object(named, Loss),
            _ when losses.Count() == 1 => Loss(losses.First()),
            _ => losses.Select(Loss).ToList(),
        };

    private object? Loss(Loss? loss) =>
        loss is null ? null
        : loss.Identifier is { } name && !byClass ? name
        : KerasObjects.Serialize(loss);

    private object? Metrics(MetricList? metrics) =>
        metrics switch
        {
            null => null,
            { Named: { } named } => Object(named, Group),
            _ => metrics.Select(Group).ToList(),
        };

    /// <summary>The metrics of an output; one alone is written without a list.</summary>
    private object? Group(OutputMetrics? group) =>
        group is null ? null
        : group.Count() == 1 ? Metric(group.First())
        : group.Select(Metric).ToList();

    private object Metric(MetricSpec metric) =>
        byClass && metric.Identifier is { } name && !NamesForShapes.Contains(name, StringComparer.OrdinalIgnoreCase)
            ? KerasObjects.Serialize(metric.Resolve(Shape.Unknown, Shape.Unknown))
            : metric.Serialize();

    private static Config Object<T>(IReadOnlyDictionary<string, T> named, Func<T, object?> write)
    {
        var result = new Config();
        foreach (var (name, value) in named)
            result[name] = write(value);
        return result;
    }
}
