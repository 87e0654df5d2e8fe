using KerasSharp.Layers;
using KerasSharp.Saving;
using KerasSharp.Topology;

namespace KerasSharp;

/// <summary>Rebuilds a graph of layers: makes the layers, then repeats their calls as soon as the tensors they need exist.</summary>
internal sealed class FunctionalReader
{
    private readonly OrderedDictionary<string, Layer> layers = [];
    private readonly Dictionary<Layer, Queue<object?>> calls = [];

    /// <summary>Makes a layer and notes its calls.</summary>
    public void Add(Config json)
    {
        var layer = Layer.FromConfig(json);
        var name = json.Get("name", layer.Name);
        if (!layers.TryAdd(name, layer))
            throw new FormatException($"Two layers of the model's config have the name '{name}'.");
        calls[layer] = new Queue<object?>(json["inbound_nodes"] as List<object?> ?? []);
    }

    /// <summary>Repeats all calls.</summary>
    /// <exception cref="FormatException">Some need what no call gives.</exception>
    public void Connect()
    {
        bool progress = true;
        while (progress)
        {
            progress = false;
            foreach (var layer in layers.Values)
                while (calls[layer].TryPeek(out var call) && NodeConfig.TryRead(call, layer, Find) is { } node)
                {
                    layer.ApplyMany(node.Inputs, node.Arguments);
                    calls[layer].Dequeue();
                    progress = true;
                }
        }
        if (calls.Where(pair => pair.Value.Count > 0).Select(pair => pair.Key.Name).ToArray() is { Length: > 0 } rest)
            throw new FormatException(
                $"The model's config cannot be connected: layers {string.Join(", ", rest)} need outputs that no layer gives."
            );
    }

    /// <summary>The keys of a dictionary of tensors in the order in which Keras takes them.</summary>
    public static IReadOnlyList<string> SortedKeys(Config named) => [.. named.Select(pair => pair.Key).Order(StringComparer.Ordinal)];

    /// <summary>The tensors of one reference or of a list (or dictionary) of them.</summary>
    public IReadOnlyList<Tensor> Tensors(object? references) =>
        references switch
        {
            List<object?> { Count: 3 } single when single[0] is string => [Output(single)],
            List<object?> several => [.. several.SelectMany(Tensors)],
            Config named => [.. SortedKeys(named).SelectMany(key => Tensors(named[key]))],
            _ => throw new FormatException($"{ConfigJson.Write(references)} does not name the inputs or outputs of a model."),
        };

    private Tensor Output(List<object?> reference)
    {
        var name = (string)reference[0]!;
        long call = (long)reference[1]!;
        // Keras counts the call that made a functional model, but only here.
        if (layers.TryGetValue(name, out var layer) && layer is Model { ClassName: "Functional" })
            call--;
        return Find(name, call, (long)reference[2]!)
            ?? throw new FormatException(
                $"The model's config names output {reference[2]} of call {reference[1]} of layer '{name}', which does not exist."
            );
    }

    private Tensor? Find(string name, long call, long output)
    {
        if (!layers.TryGetValue(name, out var layer))
            throw new FormatException($"The model's config refers to a layer '{name}', which it does not contain.");
        return call >= 0 && call < layer.InboundNodes.Count && output < layer.InboundNodes[(int)call].Outputs.Count
            ? layer.InboundNodes[(int)call].Outputs[(int)output]
            : null;
    }
}
