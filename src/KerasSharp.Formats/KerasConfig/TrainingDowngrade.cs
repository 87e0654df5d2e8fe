using System.Text.Json.Nodes;

namespace KerasSharp.Formats.KerasConfig;

/// <summary>Keras 3's compile_config as the training_config of an .h5 file.</summary>
internal static class TrainingDowngrade
{
    private static readonly string[] Options =
    [
        "weight_decay",
        "clipnorm",
        "global_clipnorm",
        "clipvalue",
        "ema_overwrite_frequency",
        "loss_scale_factor",
        "gradient_accumulation_steps",
    ];

    /// <summary>Changes the config.</summary>
    public static JsonObject Downgrade(JsonObject config)
    {
        var result = new JsonObject();
        foreach (var key in (string[])["loss", "metrics", "weighted_metrics", "loss_weights"])
            result[key] = Plain(config.Take(key));
        result["optimizer_config"] = Optimizer(config.Take("optimizer"));
        return result;
    }

    /// <summary>
    /// Arguments that say nothing are left out: then Keras 2's former optimizers take the others, which it chooses where a config does not speak of them.
    /// </summary>
    private static JsonNode? Optimizer(JsonNode? node)
    {
        if (Plain(node) is not JsonObject json || json.Object("config") is not { } config)
            return node.Free();
        if (!config["use_ema"].IsTrue())
            foreach (var key in (string[])["use_ema", "ema_momentum", "ema_overwrite_frequency"])
                config.Remove(key);
        foreach (var key in Options.Where(key => config.ContainsKey(key) && config[key] is null))
            config.Remove(key);
        return json;
    }

    /// <summary>Objects without module and registered name, which the older form lacks.</summary>
    private static JsonNode? Plain(JsonNode? node)
    {
        switch (node)
        {
            case JsonArray list:
                return Nodes.ListOf(list.Select(item => Plain(item.Free())));
            case JsonObject json:
                json.Remove("module");
                if (json.Take("registered_name").AsText() is { } registered)
                    json["class_name"] = registered;
                foreach (var key in json.Select(pair => pair.Key).ToArray())
                    json.Replace(key, Plain(json[key]));
                return json;
            default:
                return node;
        }
    }
}
