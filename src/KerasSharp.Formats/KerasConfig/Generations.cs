using System.Text.Json.Nodes;

namespace KerasSharp.Formats.KerasConfig;

/// <summary>Tells which Keras wrote a config: by the version where one is given, else by what only one of them writes.</summary>
internal static class Generations
{
    private static readonly HashSet<string> OnlyKeras1 =
    [
        "nb_filter",
        "border_mode",
        "W_regularizer",
        "inner_activation",
        "dim_ordering",
        "inner_init",
        "init",
        "pool_length",
    ];

    /// <summary>The generation.</summary>
    public static KerasGeneration Of(JsonObject root, string? version)
    {
        version ??= root.Text("keras_version");
        if (version is { Length: > 0 } && version[0] is >= '1' and <= '3' && (version.Length == 1 || version[1] == '.'))
            return (KerasGeneration)(version[0] - '0');
        return Contains(root, IsKeras3) ? KerasGeneration.Keras3
            : Contains(root, json => json.Any(pair => OnlyKeras1.Contains(pair.Key))) ? KerasGeneration.Keras1
            : KerasGeneration.Keras2;
    }

    private static bool IsKeras3(JsonObject json) =>
        json.ContainsKey("batch_shape") || json.Text("class_name") is "DTypePolicy" or "__keras_tensor__";

    private static bool Contains(JsonNode? node, Func<JsonObject, bool> isSuch) =>
        node switch
        {
            JsonObject json => isSuch(json) || json.Any(pair => Contains(pair.Value, isSuch)),
            JsonArray list => list.Any(item => Contains(item, isSuch)),
            _ => false,
        };
}
