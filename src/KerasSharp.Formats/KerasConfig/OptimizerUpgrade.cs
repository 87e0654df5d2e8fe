using System.Text.Json.Nodes;

namespace KerasSharp.Formats.KerasConfig;

/// <summary>An optimizer in Keras 3's form.</summary>
internal static class OptimizerUpgrade
{
    /// <summary>The optimizer; a name stays a name.</summary>
    public static JsonNode? Upgrade(JsonNode? node, ConfigContext context)
    {
        if (node.AsText() is { } name)
            return JsonValue.Create(ClassNames.Optimizer(name));
        if (ObjectUpgrade.Upgrade(node, ObjectKind.Optimizer, context) is not JsonObject json || json.Object("config") is not { } config)
            return node;
        if (config.ContainsKey("epsilon") && config["epsilon"] is null)
            config.Remove("epsilon");
        if (config.Take("decay").AsNumber() is { } decay and not 0)
            config["learning_rate"] = InverseTimeDecay(config.Take("learning_rate"), decay);
        return json;
    }

    /// <summary>Keras 2's argument <c>decay</c>: the rate divided by 1 + decay · step.</summary>
    private static JsonObject InverseTimeDecay(JsonNode? rate, double decay) =>
        new()
        {
            ["module"] = "keras.optimizers.schedules",
            ["class_name"] = "InverseTimeDecay",
            ["config"] = new JsonObject
            {
                ["initial_learning_rate"] = rate,
                ["decay_steps"] = 1,
                ["decay_rate"] = decay,
                ["staircase"] = false,
                ["name"] = "InverseTimeDecay",
            },
            ["registered_name"] = null,
        };
}
