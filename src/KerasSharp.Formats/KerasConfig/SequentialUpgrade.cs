using System.Text.Json.Nodes;

namespace KerasSharp.Formats.KerasConfig;

/// <summary>A Sequential's input: until Keras 2.2 an argument of its first layer, since then a layer of its own.</summary>
internal static class SequentialUpgrade
{
    /// <summary>Puts an InputLayer before a first layer that knows its input's shape.</summary>
    public static void Upgrade(JsonObject config, ConfigContext context)
    {
        if (config.List("layers") is not { } layers)
            throw context.Error("a Sequential has no list of \"layers\".");
        for (int i = 0; i < layers.Count; i++)
            if (layers[i].Object("config") is { } inner && inner["batch_input_shape"] is JsonArray)
            {
                var shape = inner.Take("batch_input_shape");
                if (i == 0)
                    layers.Insert(i++, Input(inner, shape));
            }
    }

    private static JsonObject Input(JsonObject first, JsonNode? shape) =>
        new()
        {
            ["module"] = "keras.layers",
            ["class_name"] = "InputLayer",
            ["config"] = new JsonObject
            {
                ["batch_shape"] = shape,
                ["dtype"] = first.Text("dtype") ?? first["dtype"]?["config"].Text("name") ?? "float32",
                ["name"] = $"{first.Text("name") ?? "layer"}_input",
            },
            ["registered_name"] = null,
        };
}
