using KerasSharp.Layers;

namespace KerasSharp.Topology;

/// <summary>A graph of layers between inputs and outputs, which can be run again on other tensors.</summary>
internal sealed class Network
{
    private readonly NetworkMap map;

    public Network(IReadOnlyList<Tensor> inputs, IReadOnlyList<Tensor> outputs)
    {
        (Inputs, Outputs) = (inputs, outputs);
        map = new NetworkMap(inputs, outputs);
        Nodes = [.. map.Nodes];
        NodeSet = Nodes.ToHashSet();
    }

    public IReadOnlyList<Tensor> Inputs { get; }

    public IReadOnlyList<Tensor> Outputs { get; }

    /// <summary>The nodes, each after those it needs.</summary>
    public IReadOnlyList<Node> Nodes { get; }

    /// <summary>The nodes of each depth, inputs first.</summary>
    public IReadOnlyList<Node[]> NodesByDepth => map.NodesByDepth;

    /// <summary>The nodes, to ask whether one belongs to the network.</summary>
    public IReadOnlySet<Node> NodeSet { get; }

    /// <summary>The layers, inputs first.</summary>
    public IReadOnlyList<Layer> Layers => map.Layers;

    /// <summary>Computes the outputs for other inputs, every layer taking part in the run.</summary>
    public IReadOnlyList<Tensor> Run(IReadOnlyList<Tensor> inputs, CallContext context)
    {
        var values = new Dictionary<Tensor, Tensor>();
        for (int i = 0; i < Inputs.Count; i++)
            values[Inputs[i]] = inputs[i];
        foreach (var node in Nodes)
            if (!node.Outputs.All(values.ContainsKey))
                RunNode(node, values, context);
        return [.. Outputs.Select(output => values[output])];
    }

    private static void RunNode(Node node, Dictionary<Tensor, Tensor> values, CallContext context)
    {
        var arguments = new CallArguments(Mask: node.Arguments.Mask is { } mask ? values[mask] : null);
        var outputs = node.Layer.Invoke([.. node.Inputs.Select(input => values[input])], context, arguments);
        for (int i = 0; i < outputs.Count; i++)
            values[node.Outputs[i]] = outputs[i];
    }
}
