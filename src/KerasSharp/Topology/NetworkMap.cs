using KerasSharp.Layers;

namespace KerasSharp.Topology;

/// <summary>
/// Finds the nodes between some inputs and outputs and orders them and their layers by depth, as Keras does: a node's depth is its
/// longest way to an output; nodes and layers run from the inputs to the outputs, those of equal depth as a walk from the outputs met them.
/// </summary>
internal sealed class NetworkMap
{
    private readonly IReadOnlyList<Tensor> inputs;
    private readonly HashSet<Node> finished = [];
    private readonly HashSet<Node> inProgress = [];
    private readonly List<Node> walked = [];
    private readonly Dictionary<Layer, int> traversal = [];
    private readonly OrderedDictionary<Node, int> depths = [];
    private readonly OrderedDictionary<Layer, int> layerDepths = [];

    public NetworkMap(IReadOnlyList<Tensor> inputs, IReadOnlyList<Tensor> outputs)
    {
        this.inputs = inputs;
        foreach (var output in outputs)
            Walk(output);
        SetDepths();
        AddUnconnectedInputs();
        NodesByDepth =
        [
            .. depths.GroupBy(pair => pair.Value, pair => pair.Key).OrderByDescending(group => group.Key).Select(group => group.ToArray()),
        ];
        Layers = [.. layerDepths.OrderByDescending(pair => pair.Value).ThenBy(pair => traversal[pair.Key]).Select(pair => pair.Key)];
        CheckConnected();
        CheckNames();
    }

    /// <summary>The nodes of each depth, the deepest (inputs) first.</summary>
    public IReadOnlyList<Node[]> NodesByDepth { get; }

    /// <summary>All nodes in an order in which they can be computed.</summary>
    public IEnumerable<Node> Nodes => NodesByDepth.SelectMany(nodes => nodes);

    /// <summary>The layers, each once.</summary>
    public IReadOnlyList<Layer> Layers { get; }

    /// <summary>Puts the node of a tensor after all that it depends on. Depth-first, with a stack of its own for deep networks.</summary>
    private void Walk(Tensor output)
    {
        var stack = new Stack<(Node Node, IEnumerator<Tensor> Inputs)>();
        Enter(output, stack);
        while (stack.TryPeek(out var frame))
        {
            if (frame.Inputs.MoveNext())
            {
                Enter(frame.Inputs.Current, stack);
                continue;
            }
            stack.Pop();
            finished.Add(frame.Node);
            inProgress.Remove(frame.Node);
            walked.Add(frame.Node);
        }
    }

    private void Enter(Tensor tensor, Stack<(Node, IEnumerator<Tensor>)> stack)
    {
        if (KerasHistory.Of(tensor)?.Node is not { } node)
        {
            if (inputs.Contains(tensor))
                return;
            throw new ArgumentException(
                $"{tensor} does not come from a layer, so a model cannot contain it. Wrap what computes it in a Lambda layer."
            );
        }
        if (finished.Contains(node))
            return;
        if (!node.IsInput && inputs.Contains(tensor))
        {
            finished.Add(node);
            return;
        }
        if (!inProgress.Add(node))
            throw new ArgumentException($"{tensor} of layer '{node.Layer.Name}' is part of a cycle.");
        traversal.TryAdd(node.Layer, traversal.Count);
        stack.Push((node, node.Dependencies.GetEnumerator()));
    }

    private void SetDepths()
    {
        var inGraph = walked.ToHashSet();
        foreach (var node in Enumerable.Reverse(walked))
        {
            int depth = Math.Max(depths.GetValueOrDefault(node), layerDepths.GetValueOrDefault(node.Layer));
            layerDepths[node.Layer] = depth;
            depths[node] = depth;
            foreach (var parent in node.Dependencies.Select(tensor => KerasHistory.Of(tensor)?.Node))
                if (parent is not null && inGraph.Contains(parent))
                    depths[parent] = Math.Max(depth + 1, depths.GetValueOrDefault(parent));
        }
    }

    private void AddUnconnectedInputs()
    {
        foreach (var node in inputs.Select(input => KerasHistory.Of(input)?.Node))
            if (node is { IsInput: true } && !layerDepths.ContainsKey(node.Layer))
            {
                layerDepths[node.Layer] = 0;
                traversal[node.Layer] = -1;
                depths[node] = 0;
            }
    }

    private void CheckConnected()
    {
        var computable = inputs.ToHashSet();
        foreach (var node in Nodes)
        {
            if (node.Dependencies.FirstOrDefault(tensor => !computable.Contains(tensor)) is { } missing)
                throw new ArgumentException(
                    $"Graph disconnected: {missing}, which layer '{node.Layer.Name}' needs, cannot be computed from the model's inputs. Add the input it comes from."
                );
            if (node.IsInput && !computable.Contains(node.Outputs[0]))
                throw new ArgumentException(
                    $"Graph disconnected: the outputs need the input '{node.Layer.Name}', which is not among the model's inputs. Add it."
                );
            computable.UnionWith(node.Outputs);
        }
    }

    private void CheckNames()
    {
        foreach (var group in Layers.GroupBy(layer => layer.Name))
            if (group.Count() > 1)
                throw new ArgumentException(
                    $"The name '{group.Key}' is used by {group.Count()} layers of the model. Give each layer a name of its own."
                );
    }
}
