using System.Text.Json.Nodes;

namespace KerasSharp.Formats.KerasConfig;

/// <summary>The JSON of what a model was compiled with: <c>training_config</c> of an .h5 file, <c>compile_config</c> of a .keras file.</summary>
public static class TrainingConfig
{
    private static readonly string[] Entries = ["optimizer", "loss", "loss_weights", "metrics", "weighted_metrics"];

    /// <summary>
    /// The config in Keras 3's form: an object with <c>optimizer</c>, <c>loss</c>, <c>loss_weights</c>, <c>metrics</c>, <c>weighted_metrics</c>.
    /// </summary>
    /// <param name="json">The config of Keras 1, 2 or 3.</param>
    /// <param name="outputs">The names of the model's outputs, which Keras 2 put before the names of metrics.</param>
    /// <param name="options">File, version and the user's classes; none by default.</param>
    /// <exception cref="FileFormatException">The text is no such JSON, or names classes that are neither Keras's nor the user's.</exception>
    public static string ToKeras3(string json, IReadOnlyList<string> outputs, ConfigOptions? options = null)
    {
        options ??= new ConfigOptions();
        return ModelConfig.Guard(
            options,
            () =>
            {
                var config = ModelConfig.Parse(json, options);
                var context = new ConfigContext(options, Generation(config, options.KerasVersion), "the training config");
                ForeignCode.Refuse(config, context);
                return PythonJson.Write(Upgrade(config, outputs, context));
            }
        );
    }

    /// <summary>A Keras 3 config in the form of .h5 files, which Keras 2 and 3 read.</summary>
    /// <param name="json">The config in Keras 3's form, losses and metrics as names or objects.</param>
    /// <exception cref="FileFormatException">The text is no such JSON.</exception>
    public static string ToKeras2(string json)
    {
        var options = new ConfigOptions();
        return ModelConfig.Guard(options, () => PythonJson.Write(TrainingDowngrade.Downgrade(ModelConfig.Parse(json, options))));
    }

    private static JsonObject Upgrade(JsonObject config, IReadOnlyList<string> outputs, ConfigContext context)
    {
        if (config.Take("optimizer_config") is { } optimizer)
            config["optimizer"] = optimizer;
        var result = new JsonObject();
        foreach (var key in Entries)
            result[key] = config.Take(key);
        result.Replace("optimizer", OptimizerUpgrade.Upgrade(result["optimizer"], context).Free());
        result.Replace("loss", Losses(result["loss"], context));
        foreach (var key in (string[])["metrics", "weighted_metrics"])
            result.Replace(key, MetricsUpgrade.Upgrade(result[key], outputs, context));
        return result;
    }

    private static JsonNode? Losses(JsonNode? node, ConfigContext context) =>
        node switch
        {
            JsonArray list => Nodes.ListOf(list.Select(item => ObjectUpgrade.Upgrade(item, ObjectKind.Loss, context))),
            JsonObject named when !named.ContainsKey("class_name") => new JsonObject(
                named.Select(pair => KeyValuePair.Create(pair.Key, ObjectUpgrade.Upgrade(pair.Value, ObjectKind.Loss, context).Free()))
            ),
            _ => ObjectUpgrade.Upgrade(node, ObjectKind.Loss, context),
        };

    /// <summary>Only Keras 3's config has <c>steps_per_execution</c> as a number, or says nothing of sample weights and has no wrapped metrics.</summary>
    private static KerasGeneration Generation(JsonObject config, string? version) =>
        version is null && config["steps_per_execution"].AsInteger() is not null ? KerasGeneration.Keras3 : Generations.Of(config, version);
}
