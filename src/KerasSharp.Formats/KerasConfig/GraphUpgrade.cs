using System.Text.Json.Nodes;

namespace KerasSharp.Formats.KerasConfig;

/// <summary>The graph of a functional model: Keras 2 lists a call's inputs, Keras 3 writes its arguments.</summary>
internal sealed class GraphUpgrade
{
    private readonly ConfigContext context;
    private readonly HashSet<string> names = [];

    /// <summary>Models inside whose own call counts as number 0 in Keras 2.</summary>
    private readonly HashSet<string> countsOwnCall = [];

    /// <summary>Those of them for which Keras 3 still counts it where the model's outputs are named.</summary>
    private readonly HashSet<string> countsInOutputs = [];

    private GraphUpgrade(ConfigContext context, JsonArray layers)
    {
        this.context = context;
        foreach (var layer in layers.OfType<JsonObject>())
            if ((layer.Text("name") ?? layer["config"].Text("name")) is { } name)
            {
                names.Add(name);
                if (HasInput(layer))
                    countsOwnCall.Add(name);
                if (layer.Text("class_name") == "Functional")
                    countsInOutputs.Add(name);
            }
    }

    /// <summary>Changes the config of a functional model.</summary>
    public static void Upgrade(JsonObject config, ConfigContext context)
    {
        if (config.List("layers") is not { } layers)
            throw context.Error("a functional model has no list of \"layers\".");
        foreach (var inner in layers.Select(layer => layer.Object("config")))
            inner?.Remove("batch_input_shape");
        var graph = new GraphUpgrade(context, layers);
        bool isOld = layers.SelectMany(layer => layer.List("inbound_nodes") ?? []).Any(node => node is JsonArray);
        if (isOld)
            foreach (var layer in layers.OfType<JsonObject>().Where(layer => layer["inbound_nodes"] is JsonArray))
                layer["inbound_nodes"] = Nodes.ListOf(layer.List("inbound_nodes")!.Select(graph.Call));
        foreach (var key in (string[])["input_layers", "output_layers"])
            config.Replace(key, graph.Ends(config[key], isOld));
    }

    /// <summary>Keras 2 gave a model that knows its input a first call of its own; of a Sequential its first layer tells.</summary>
    private static bool HasInput(JsonObject layer) =>
        layer.Text("class_name") switch
        {
            "Functional" => true,
            "Sequential" => layer["config"].List("layers") is { Count: > 0 } inner && inner[0].Text("class_name") == "InputLayer",
            _ => false,
        };

    private JsonNode Call(JsonNode? node)
    {
        if (node is not JsonArray inputs)
            return node.Free() ?? throw context.Error("a call among \"inbound_nodes\" is null.");
        JsonArray[] references = IsReference(inputs)
            ? [inputs]
            :
            [
                .. inputs.Select(input =>
                    input as JsonArray ?? throw context.Error($"{input.Show()} is no reference to a layer's output.")
                ),
            ];
        var keywords = new JsonObject();
        foreach (var (name, value) in references.SelectMany(reference => reference.Count > 3 ? reference[3] as JsonObject ?? [] : []))
            keywords[name] = Tensors(value);
        var tensors = references.Select(Tensor).ToArray();
        return new JsonObject
        {
            ["args"] = tensors.Length == 1 ? Nodes.ListOf(tensors[0]) : new JsonArray(Nodes.ListOf(tensors)),
            ["kwargs"] = keywords,
        };
    }

    /// <summary>References inside a keyword's value as tensors; other values as they are.</summary>
    private JsonNode? Tensors(JsonNode? value) =>
        value switch
        {
            JsonArray list when IsReference(list) => Tensor(list),
            JsonArray list => Nodes.ListOf(list.Select(Tensors)),
            _ => value.Free(),
        };

    private bool IsReference(JsonArray list) =>
        list.Count >= 3
        && list[0].AsText() is { } name
        && names.Contains(name)
        && list[1].AsInteger() is not null
        && list[2].AsInteger() is not null;

    private JsonObject Tensor(JsonArray reference)
    {
        if (
            reference.Count < 3
            || reference[0].AsText() is not { } name
            || reference[1].AsInteger() is not { } call
            || reference[2].AsInteger() is not { } output
        )
            throw context.Error($"{reference.Show()} is no reference to a layer's output: a name, a call and an output.");
        return new JsonObject
        {
            ["class_name"] = "__keras_tensor__",
            ["config"] = new JsonObject
            {
                ["shape"] = new JsonArray(),
                ["dtype"] = "float32",
                ["keras_history"] = new JsonArray(name, countsOwnCall.Contains(name) ? call - 1 : call, output),
            },
        };
    }

    /// <summary>The model's inputs or outputs: one alone stands flat in Keras 3.</summary>
    private JsonNode? Ends(JsonNode? ends, bool isOld) =>
        ends switch
        {
            JsonArray list when IsReference(list) => isOld ? End(list) : list,
            JsonArray { Count: 1 } list when list[0] is JsonArray only && IsReference(only) => isOld ? End(only) : only.DeepClone(),
            JsonArray list => Nodes.ListOf(list.Select(item => Ends(item, isOld))),
            JsonObject named => new JsonObject(named.Select(pair => KeyValuePair.Create(pair.Key, Ends(pair.Value, isOld).Free()))),
            _ => throw context.Error($"{ends.Show()} does not name the inputs or outputs of a model."),
        };

    private JsonArray End(JsonArray reference)
    {
        var name = reference[0].AsText()!;
        int call = reference[1].AsInteger()!.Value;
        return new JsonArray(
            name,
            countsOwnCall.Contains(name) && !countsInOutputs.Contains(name) ? call - 1 : call,
            reference[2].AsInteger()
        );
    }
}
