using System.Text.Json.Nodes;

namespace KerasSharp.Formats.KerasConfig;

/// <summary>The forms of single values, from older ones to Keras 3's.</summary>
internal static class ConfigValues
{
    /// <summary>A number as a list of one.</summary>
    public static JsonNode? AsList(JsonNode? value) => value is JsonArray or null ? value : Nodes.ListOf(value);

    /// <summary>A list of one as its number; others as they are.</summary>
    public static JsonNode? Alone(JsonNode? value) => value is JsonArray { Count: 1 } list ? list[0] : value;

    /// <summary>A number that may be an array of NumPy, as LeakyReLU once wrote its slope.</summary>
    public static JsonNode? Number(JsonNode? value) =>
        value is JsonObject array && (array.Text("type") == "ndarray" || array.ContainsKey("value")) ? array["value"] : value;

    /// <summary>Keras 1's <c>tf</c> and <c>th</c>.</summary>
    public static JsonNode? DataFormat(JsonNode? value) =>
        value.AsText() switch
        {
            "tf" => "channels_last",
            "th" => "channels_first",
            "default" => "channels_last",
            _ => value,
        };

    /// <summary>Whether an initializer's name means ones.</summary>
    public static JsonNode? IsOne(JsonNode? value) => value.AsText() is "one" or "ones";

    /// <summary>The type of a TextVectorization: of its input in Keras 2, of its output in Keras 3.</summary>
    public static JsonNode? TextType(JsonNode? value) => value.AsText() is "string" ? "float32" : value;

    /// <summary>Keras 2's <c>auto</c>.</summary>
    public static JsonNode? Reduction(JsonNode? value) => value.AsText() is "auto" ? "sum_over_batch_size" : value;

    /// <summary>Keras 1's <c>glorot_uniform</c>, …, and Keras 2's VarianceScaling where a name says the same.</summary>
    public static JsonNode? Initializer(JsonNode? value)
    {
        if (value is not JsonObject { } json || json.Text("class_name") != "VarianceScaling" || json.Object("config") is not { } config)
            return value;
        var distribution = config.Text("distribution") is "normal" ? "truncated_normal" : config.Text("distribution");
        if (distribution is not null)
            config["distribution"] = distribution;
        var name = (config["scale"].AsNumber(), config.Text("mode"), distribution) switch
        {
            (1, "fan_avg", "uniform") => "GlorotUniform",
            (1, "fan_avg", "truncated_normal") => "GlorotNormal",
            (1, "fan_in", "uniform") => "LecunUniform",
            (1, "fan_in", "truncated_normal") => "LecunNormal",
            (2, "fan_in", "uniform") => "HeUniform",
            (2, "fan_in", "truncated_normal") => "HeNormal",
            _ => null,
        };
        if (name is null)
            return value;
        json["class_name"] = name;
        json["config"] = new JsonObject { ["seed"] = config["seed"].Free() };
        return value;
    }

    /// <summary>Keras 1's <c>{"name": "L1L2Regularizer", "l1": …, "l2": …}</c>.</summary>
    public static JsonNode? Regularizer(JsonNode? value) =>
        value is JsonObject json && json.Text("name") is "L1L2Regularizer" or "WeightRegularizer"
            ? Named("L1L2", new JsonObject { ["l1"] = value["l1"].Free(), ["l2"] = value["l2"].Free() })
            : value;

    /// <summary>Keras 1's <c>{"name": "MaxNorm", "m": 2, "axis": 0}</c>.</summary>
    public static JsonNode? Constraint(JsonNode? value)
    {
        if (value is not JsonObject json || json.ContainsKey("class_name") || json.Text("name") is not { } name)
            return value;
        var config = new JsonObject();
        foreach (var (key, entry) in json)
            if (key != "name")
                config[
                    key is "m" ? "max_value"
                    : key is "low" ? "min_value"
                    : key is "high" ? "max_value"
                    : key
                ] = entry.Free();
        return Named(name, config);
    }

    private static JsonObject Named(string className, JsonObject config) => new() { ["class_name"] = className, ["config"] = config };
}
