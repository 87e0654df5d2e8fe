using KerasSharp.Layers;

namespace KerasSharp.Topology;

/// <summary>One application of a layer: which tensors went in and which came out.</summary>
public sealed class Node
{
    internal Node(Layer layer, int index, IReadOnlyList<Tensor> inputs, IReadOnlyList<Tensor> outputs, CallArguments arguments) =>
        (Layer, Index, Inputs, Outputs, Arguments) = (layer, index, inputs, outputs, arguments);

    /// <summary>The layer.</summary>
    public Layer Layer { get; }

    /// <summary>Which application of the layer this is, from 0.</summary>
    public int Index { get; }

    /// <summary>The tensors that went in.</summary>
    public IReadOnlyList<Tensor> Inputs { get; }

    /// <summary>The tensors that came out.</summary>
    public IReadOnlyList<Tensor> Outputs { get; }

    /// <summary>What was overridden for the call.</summary>
    internal CallArguments Arguments { get; }

    /// <summary>All tensors that the node depends on: the inputs and a mask given with them.</summary>
    internal IEnumerable<Tensor> Dependencies => Arguments.Mask is { } mask ? Inputs.Append(mask) : Inputs;

    /// <summary>True for the node of an <see cref="InputLayer"/>.</summary>
    internal bool IsInput => Inputs.Count == 0;
}
