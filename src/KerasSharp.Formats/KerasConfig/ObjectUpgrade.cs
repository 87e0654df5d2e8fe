using System.Text.Json.Nodes;

namespace KerasSharp.Formats.KerasConfig;

/// <summary>An object that is no layer, in Keras 3's form: an initializer, a loss, an optimizer, …</summary>
internal static class ObjectUpgrade
{
    /// <summary>The object; names stay names.</summary>
    public static JsonNode? Upgrade(JsonNode? node, ObjectKind kind, ConfigContext context)
    {
        node = kind switch
        {
            ObjectKind.Initializer => ConfigValues.Initializer(node),
            ObjectKind.Regularizer => ConfigValues.Regularizer(node),
            ObjectKind.Constraint => ConfigValues.Constraint(node),
            ObjectKind.Activation => HardSigmoid(node, context),
            _ => node,
        };
        if (node is not JsonObject json || json.Text("class_name") is not { } name)
            return node;
        if (kind is ObjectKind.Optimizer)
            json["class_name"] = name = ClassNames.Optimizer(name);
        if (context.IsCustom(name))
            return json;
        if (json.Object("config") is { } config)
            foreach (var row in ConfigTable.Rows.Where(row => row.IsFor(name, kind)))
                row.Apply(config, context);
        if (kind is not ObjectKind.Activation)
            json["module"] = Module(kind);
        json.TryAdd("registered_name", null);
        return json;
    }

    /// <summary>
    /// Until Keras 3 <c>hard_sigmoid</c> was 0.2·x + 0.5 in [0, 1], since then x/6 + 0.5. The older one has a name of its own here.
    /// </summary>
    private static JsonNode? HardSigmoid(JsonNode? node, ConfigContext context) =>
        context.Generation < KerasGeneration.Keras3 && node.AsText() is "hard_sigmoid" ? ModelConfig.OldHardSigmoid : node;

    private static string Module(ObjectKind kind) => $"keras.{kind.ToString().ToLowerInvariant()}{(kind is ObjectKind.Loss ? "es" : "s")}";
}
