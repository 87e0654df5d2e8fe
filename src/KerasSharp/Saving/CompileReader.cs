using KerasSharp.Losses;
using KerasSharp.Metrics;
using KerasSharp.Optimizers;

namespace KerasSharp.Saving;

/// <summary>Compiles a model as a config in Keras 3's form says.</summary>
internal static class CompileReader
{
    /// <summary>Compiles the model; does nothing where the config names no optimizer and no loss.</summary>
    public static void Compile(Model model, Config config)
    {
        if (config["optimizer"] is null && config["loss"] is null)
            return;
        model.Compile(
            config["optimizer"] is string name ? name : config.GetObject<Optimizer>("optimizer"),
            Losses(config["loss"]),
            Metrics(config["metrics"]),
            Metrics(config["weighted_metrics"]),
            Weights(config["loss_weights"])
        );
    }

    private static LossList? Losses(object? json) =>
        json switch
        {
            null => null,
            List<object?> list => LossList.Create([.. list.Select(Loss)]),
            Config named when !named.Contains("class_name") => named
                .Where(pair => pair.Value is not null)
                .ToDictionary(pair => pair.Key, pair => Loss(pair.Value)!),
            _ => LossList.Create([Loss(json)]),
        };

    private static Loss? Loss(object? json) => json is string name ? name : KerasObjects.Deserialize<Loss>(json);

    private static MetricList? Metrics(object? json) =>
        json switch
        {
            null => null,
            List<object?> list => MetricList.Create([.. list.Select(Group)]),
            Config named when !named.Contains("class_name") => named
                .Where(pair => pair.Value is not null)
                .ToDictionary(pair => pair.Key, pair => Group(pair.Value)!),
            _ => MetricList.Create([Group(json)]),
        };

    private static OutputMetrics? Group(object? json) =>
        json switch
        {
            null => null,
            List<object?> list => list.Select(Metric).ToArray(),
            _ => Metric(json),
        };

    private static MetricSpec Metric(object? json) =>
        json is string name
            ? new MetricSpec(name)
            : new MetricSpec(
                KerasObjects.Deserialize<Metric>(json) ?? throw new FormatException("A metric in the training config is null.")
            );

    private static LossWeights? Weights(object? json) =>
        json switch
        {
            null => null,
            List<object?> list => list.Select(Number).ToArray(),
            Config named => named.ToDictionary(pair => pair.Key, pair => Number(pair.Value)),
            _ => new[] { Number(json) },
        };

    private static double Number(object? json) =>
        json switch
        {
            double number => number,
            long number => number,
            _ => throw new FormatException($"{ConfigJson.Write(json)} is no number, which a loss weight must be."),
        };
}
