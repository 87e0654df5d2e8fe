using System.Text.Json.Nodes;

namespace KerasSharp.Formats.KerasConfig;

/// <summary>A layer of Keras 3 in the form of .h5 files: what Keras 2 reads, and Keras 3 too as far as the two agree.</summary>
internal static class LayerDowngrade
{
    /// <summary>Arguments that Keras 2 does not have, where they say nothing.</summary>
    private static readonly string[] Unknown =
    [
        "optional",
        "synchronized",
        "renorm",
        "quantization_config",
        "lora_rank",
        "input_axes",
        "output_axes",
        "use_gate",
        "sliding_window",
        "salt",
        "rms_scaling",
    ];

    /// <summary>Changes the layer.</summary>
    public static JsonObject Downgrade(JsonObject json)
    {
        var name = json.Text("class_name") ?? "";
        json.Remove("module");
        json.Remove("build_config");
        json.Remove("compile_config");
        if (json.Take("registered_name").AsText() is { } registered && name != "Functional")
            json["class_name"] = registered;
        if (json.Object("config") is not { } config)
            return json;
        Rename(config, name);
        foreach (var key in config.Select(pair => pair.Key).ToArray())
            config.Replace(key, key is "layer" or "backward_layer" or "cell" or "cells" ? Wrapped(config[key]) : Value(config[key]));
        if (name == "Functional")
            GraphDowngrade.Downgrade(config);
        return json;
    }

    /// <summary>A layer inside a wrapper keeps its module, without which Keras 3 does not find it there.</summary>
    private static JsonNode? Wrapped(JsonNode? node)
    {
        if (node is JsonArray list)
            return Nodes.ListOf(list.Select(item => Wrapped(item.Free())));
        if (node is not JsonObject json)
            return node;
        var (module, registered, name) = (json.Text("module"), json["registered_name"].Free(), json.Text("class_name"));
        Downgrade(json);
        (json["module"], json["class_name"], json["registered_name"]) = (module, name, registered);
        return json;
    }

    private static void Rename(JsonObject config, string name)
    {
        foreach (var key in Unknown.Where(key => config.ContainsKey(key)))
            if (!config.Take(key).IsNothing())
                throw new NotSupportedException(
                    $"The argument {key} of {ForeignCode.Place(config.Text("name") ?? "?", name)} cannot be kept in an .h5 file: Keras 2 does not know it. Save as .keras."
                );
        if (config.Object("dtype") is { } policy && policy.Text("class_name") == "DTypePolicy")
            config["dtype"] = policy["config"].Text("name");
        if (config.Text("oov_method") == "floormod")
            config.Remove("oov_method");
        // These layers' seed has no place in Keras 2; they drew from the global one.
        if (name is "MultiHeadAttention" or "LSTM" or "GRU" or "SimpleRNN" or "LSTMCell" or "GRUCell" or "SimpleRNNCell")
            config.Remove("seed");
        foreach (var (today, old) in ((string, string)[])[("batch_shape", "batch_input_shape")])
            if (name == "InputLayer" && config.ContainsKey(today))
                config[old] = config.Take(today);
        if (name == "ZeroPadding1D" && config.Text("data_format") == "channels_last")
            config.Remove("data_format");
        if (name == "MultiHeadAttention")
            foreach (var key in (string[])["query_shape", "key_shape", "value_shape"])
                config.TryAdd(key, null);
        if (name == "LeakyReLU" && config.ContainsKey("negative_slope"))
            config["alpha"] = config.Take("negative_slope");
    }

    private static JsonNode? Value(JsonNode? value) =>
        value switch
        {
            JsonObject inner when inner.ContainsKey("class_name") => Downgrade(inner),
            JsonArray list => Nodes.ListOf(list.Select(item => Value(item.Free()))),
            _ when value.AsText() == ModelConfig.OldHardSigmoid => "hard_sigmoid",
            _ => value,
        };
}
