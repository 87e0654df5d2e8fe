using System.Text.Json.Nodes;

namespace KerasSharp.Formats.KerasConfig;

/// <summary>A layer in Keras 3's form, with all that is inside it.</summary>
internal static class LayerUpgrade
{
    /// <summary>Changes the layer.</summary>
    public static void Upgrade(JsonObject json, ConfigContext context)
    {
        var written = json.Text("class_name") ?? throw context.Error("a layer has no \"class_name\".");
        if (written == "Sequential" && json["config"] is JsonArray)
            json["config"] = new JsonObject { ["layers"] = json.Take("config") };
        if (json["config"] is not JsonObject)
            throw context.Error($"the layer of class {written} has no \"config\".");
        if (context.IsCustom(written) || (json.Text("registered_name") is { } registered && context.IsCustom(registered)))
            return;
        MergeUpgrade.Replace(json, context);
        var name = ClassNames.Today(json.Text("class_name")!);
        json["class_name"] = name;
        var config = (JsonObject)json["config"]!;
        context = config.Text("name") is { } own ? context.At(ForeignCode.Place(own, name)) : context;
        if (written != name)
            RenamedClasses.Complete(config, written);
        KernelSizes.Join(config);
        foreach (var row in ConfigTable.Rows.Where(row => row.IsFor(name, ObjectKind.Layer)))
            row.Apply(config, context);
        if (name is "GRU" or "GRUCell" && context.Generation < KerasGeneration.Keras3)
            config.TryAdd("reset_after", false);
        LayerTypes.Upgrade(config, name);
        foreach (var key in config.Select(pair => pair.Key).ToArray())
            config.Replace(key, Inside(key, config[key], context));
        SetModule(json, name);
        // Keras 3 builds from it, with other names for layers of several inputs; calls of the graph build these layers as well.
        if (context.Generation < KerasGeneration.Keras3)
            json.Remove("build_config");
        if (name == "Sequential")
            SequentialUpgrade.Upgrade(config, context);
        else if (name == "Functional")
            GraphUpgrade.Upgrade(config, context);
    }

    private static JsonNode? Inside(string key, JsonNode? value, ConfigContext context)
    {
        switch (key)
        {
            case "layer" or "backward_layer" or "cell" when value is JsonObject layer:
                layer.Object("config")?.Remove("batch_input_shape");
                Upgrade(layer, context);
                return layer;
            case "layers" or "cells" or "cell" when value is JsonArray layers:
                foreach (var inner in layers)
                    Upgrade(
                        inner as JsonObject ?? throw context.Error($"\"{key}\" holds {inner.Show()} where a layer must stand."),
                        context
                    );
                return layers;
            case "activation" or "recurrent_activation":
                return ObjectUpgrade.Upgrade(value, ObjectKind.Activation, context);
            case var _ when key.EndsWith("_initializer", StringComparison.Ordinal):
                return ObjectUpgrade.Upgrade(value, ObjectKind.Initializer, context);
            case var _ when key.EndsWith("_regularizer", StringComparison.Ordinal):
                return ObjectUpgrade.Upgrade(value, ObjectKind.Regularizer, context);
            case var _ when key.EndsWith("_constraint", StringComparison.Ordinal):
                return ObjectUpgrade.Upgrade(value, ObjectKind.Constraint, context);
            default:
                return value;
        }
    }

    private static void SetModule(JsonObject json, string name)
    {
        json["module"] = name switch
        {
            "Functional" => "keras.src.models.functional",
            "Sequential" => "keras",
            _ => "keras.layers",
        };
        json.TryAdd("registered_name", name == "Functional" ? name : null);
    }
}
