using System.Text.Json.Nodes;

namespace KerasSharp.Formats.KerasConfig;

/// <summary>
/// The graph of a functional model as Keras 2 writes it. Keras 2 counts the call by which a model inside was made, Keras 3 does not; so each call of
/// such a model is written twice, and call i is referred to as 2·i + 1: one reads the first of the two, the other the second.
/// </summary>
internal sealed class GraphDowngrade
{
    private readonly HashSet<string> models = [];
    private readonly HashSet<string> countedInOutputs = [];

    private GraphDowngrade(JsonArray layers)
    {
        foreach (var layer in layers.OfType<JsonObject>())
            if (layer.Text("name") is { } name && IsBuiltModel(layer))
            {
                models.Add(name);
                if (layer.Text("class_name") == "Functional")
                    countedInOutputs.Add(name);
            }
    }

    /// <summary>Changes the config of a functional model.</summary>
    public static void Downgrade(JsonObject config)
    {
        if (config.List("layers") is not { } layers)
            return;
        var graph = new GraphDowngrade(layers);
        foreach (var layer in layers.OfType<JsonObject>())
            if (layer.List("inbound_nodes") is { } calls)
                layer["inbound_nodes"] = Nodes.ListOf(
                    calls
                        .SelectMany(call => Enumerable.Repeat(call, graph.IsModel(layer) ? 2 : 1))
                        .Select(call => graph.Call(call, layer.Text("class_name")))
                );
        foreach (var key in (string[])["input_layers", "output_layers"])
            config.Replace(key, graph.Ends(config[key], key == "output_layers"));
    }

    private bool IsModel(JsonObject layer) => layer.Text("name") is { } name && models.Contains(name);

    private static bool IsBuiltModel(JsonObject layer) =>
        layer.Text("class_name") == "Functional"
        || (
            layer.Text("class_name") == "Sequential"
            && layer["config"].List("layers") is { Count: > 0 } inner
            && inner[0].Text("class_name") == "InputLayer"
        );

    private JsonNode? Call(JsonNode? node, string? className)
    {
        if (node is not JsonObject call)
            return node.Free();
        var inputs = References(call["args"]).ToArray();
        var keywords = new JsonObject();
        if (className == "MultiHeadAttention")
            inputs = NameRest(inputs, keywords, "value", "key");
        foreach (var (name, value) in call["kwargs"] as JsonObject ?? [])
            keywords[name] = Keyword(value);
        return Nodes.ListOf(inputs.Select((input, i) => Nodes.ListOf([.. input, i == 0 ? keywords : new JsonObject()])));
    }

    /// <summary>Keras 2 lists one input; what else a call was given without names stands under its names.</summary>
    private static JsonNode?[][] NameRest(JsonNode?[][] inputs, JsonObject keywords, params ReadOnlySpan<string> names)
    {
        for (int i = 1; i < inputs.Length && i <= names.Length; i++)
            keywords[names[i - 1]] = Nodes.ListOf(inputs[i]);
        return inputs[..Math.Min(1, inputs.Length)];
    }

    private IEnumerable<JsonNode?[]> References(JsonNode? value) =>
        value switch
        {
            JsonObject tensor when tensor["config"].List("keras_history") is { } history => [Reference(history, false)],
            JsonArray list => list.SelectMany(References),
            _ => [],
        };

    private JsonNode? Keyword(JsonNode? value) =>
        value switch
        {
            JsonObject tensor when tensor["config"].List("keras_history") is { } history => Nodes.ListOf(Reference(history, false)),
            JsonArray list => Nodes.ListOf(list.Select(Keyword)),
            _ => value.Free(),
        };

    /// <summary>Name, call, output. Where a model's outputs are named, Keras 3 counts a functional model's own call already.</summary>
    private JsonNode?[] Reference(JsonArray history, bool isOutput)
    {
        var name = history[0].AsText()!;
        int call = history[1].AsInteger() ?? 0;
        return
        [
            name,
            models.Contains(name) ? 2 * (isOutput && countedInOutputs.Contains(name) ? call - 1 : call) + 1 : call,
            history[2].Free(),
        ];
    }

    /// <summary>One alone stands flat: Keras 3 takes a list of one for a model that gives lists.</summary>
    private JsonNode? Ends(JsonNode? ends, bool isOutput) =>
        ends switch
        {
            JsonArray { Count: 3 } single when single[0].AsText() is not null => Nodes.ListOf(Reference(single, isOutput)),
            JsonArray several => Nodes.ListOf(several.Select(item => Ends(item, isOutput))),
            JsonObject named => new JsonObject(named.Select(pair => KeyValuePair.Create(pair.Key, Ends(pair.Value, isOutput)))),
            _ => ends.Free(),
        };
}
