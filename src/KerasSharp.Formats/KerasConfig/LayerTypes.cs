using System.Text.Json.Nodes;

namespace KerasSharp.Formats.KerasConfig;

/// <summary>The data type of a layer: Keras 2 wrote a name or a policy of its own, Keras 3 a DTypePolicy.</summary>
internal static class LayerTypes
{
    /// <summary>Changes the entry <c>dtype</c>.</summary>
    public static void Upgrade(JsonObject config, string className)
    {
        if (className == "InputLayer")
            return;
        if (config.Text("dtype") is { } name && IsFloating(name))
            config["dtype"] = Policy(name);
        else if (
            config.Object("dtype") is { } policy
            && policy.Text("class_name") is "Policy" or "PolicyV1"
            && config["dtype"]!["config"].Text("name") is { } own
        )
            config["dtype"] = Policy(own);
    }

    private static bool IsFloating(string name) =>
        name is "float16" or "float32" or "float64" or "bfloat16" || name.StartsWith("mixed_", StringComparison.Ordinal);

    private static JsonObject Policy(string name) =>
        new()
        {
            ["module"] = "keras",
            ["class_name"] = "DTypePolicy",
            ["config"] = new JsonObject { ["name"] = name },
            ["registered_name"] = null,
        };
}
