using KerasSharp.Layers;
using KerasSharp.Saving;
using KerasSharp.Topology;

namespace KerasSharp;

/// <summary>A functional model from and to its config: the layers, and for each the calls that connect it.</summary>
internal static class FunctionalConfig
{
    /// <summary>Makes the model of a config.</summary>
    /// <exception cref="FormatException">The calls refer to layers or outputs that are not there.</exception>
    public static Model Read(Config config)
    {
        if (config["layers"] is not List<object?> layers)
            throw new FormatException("The config of a functional model needs \"layers\".");
        var graph = new FunctionalReader();
        foreach (var layer in layers.OfType<Config>())
            graph.Add(layer);
        graph.Connect();
        var model = new Model(
            graph.Tensors(config["input_layers"]),
            graph.Tensors(config["output_layers"]),
            config.Get<string?>("name", null)
        );
        if (config["output_layers"] is Config { } named)
            model.OutputKeys = FunctionalReader.SortedKeys(named);
        if (!config.Get("trainable", true))
            model.Trainable = false;
        return model;
    }

    /// <summary>The config of a functional model.</summary>
    public static Config Write(Model model)
    {
        var network = model.Network!;
        return new Config
        {
            ["name"] = model.Name,
            ["trainable"] = model.Trainable,
            ["layers"] = network.Layers.Select(layer => WriteLayer(layer, network)),
            ["input_layers"] = References(network.Inputs, network),
            ["output_layers"] = model.OutputKeys is { } keys ? Named(keys, network) : References(network.Outputs, network),
        };
    }

    private static Config Named(IReadOnlyList<string> keys, Network network)
    {
        var named = new Config();
        for (int i = 0; i < keys.Count; i++)
            named[keys[i]] = References([network.Outputs[i]], network);
        return named;
    }

    private static Config WriteLayer(Layer layer, Network network)
    {
        var json = LayerConfig.Write(layer);
        json["name"] = layer.Name;
        json["inbound_nodes"] = layer
            .InboundNodes.Where(node => network.NodeSet.Contains(node) && !node.IsInput)
            .Select(node => NodeConfig.Write(node, tensor => Reference(tensor, network, 0)));
        return json;
    }

    private static object References(IReadOnlyList<Tensor> tensors, Network network)
    {
        var references = tensors.Select(tensor =>
            Reference(tensor, network, KerasHistory.Of(tensor)!.Node.Layer is Model { ClassName: "Functional" } ? 1 : 0)
        );
        return tensors.Count == 1 ? references.First() : references;
    }

    /// <summary>Layer name, call, output. A nested functional model counts a call of its own before those in the network.</summary>
    private static object?[] Reference(Tensor tensor, Network network, int offset)
    {
        var history = KerasHistory.Of(tensor)!;
        int call = history.Node.Layer.InboundNodes.TakeWhile(node => node != history.Node).Count(network.NodeSet.Contains);
        return [history.Node.Layer.Name, call + offset, history.TensorIndex];
    }
}
