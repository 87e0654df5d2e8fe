using System.Text.Json.Nodes;

namespace KerasSharp.Formats.KerasConfig;

/// <summary>Keras 1's one class <c>Merge</c> with a mode, where there is a class each since Keras 2.</summary>
internal static class MergeUpgrade
{
    /// <summary>Replaces class and arguments.</summary>
    public static void Replace(JsonObject json, ConfigContext context)
    {
        if (json.Text("class_name") != "Merge" || json.Object("config") is not { } config)
            return;
        var mode = config.Take("mode").AsText();
        json["class_name"] = mode switch
        {
            "sum" => "Add",
            "mul" => "Multiply",
            "ave" => "Average",
            "max" => "Maximum",
            "concat" => "Concatenate",
            "dot" or "cos" => "Dot",
            _ => throw context.Error(
                $"the Merge layer '{config.Text("name")}' has the mode {mode ?? "of a Python function"}, which cannot be read."
            ),
        };
        var axis = config.Take("concat_axis");
        var axes = config.Take("dot_axes");
        if (mode == "concat")
            config["axis"] = axis.Free();
        if (mode is "dot" or "cos")
            (config["axes"], config["normalize"]) = (axes.Free(), mode == "cos");
        foreach (var key in (string[])["mode_type", "output_shape", "output_shape_type", "output_mask", "output_mask_type", "arguments"])
            config.Remove(key);
    }
}
