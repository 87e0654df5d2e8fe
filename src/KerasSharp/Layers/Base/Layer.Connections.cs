namespace KerasSharp.Layers;

public abstract partial class Layer
{
    /// <summary>The tensors of the layer's first application; for a functional model its inputs.</summary>
    /// <exception cref="InvalidOperationException">The layer has not been applied to anything.</exception>
    public virtual IReadOnlyList<Tensor> Inputs => FirstNode("input").Inputs;

    /// <summary>The tensors that the layer's first application gave; for a functional model its outputs.</summary>
    /// <exception cref="InvalidOperationException">The layer has not been applied to anything.</exception>
    public virtual IReadOnlyList<Tensor> Outputs => FirstNode("output").Outputs;

    /// <summary>The only one of <see cref="Inputs"/>.</summary>
    /// <exception cref="InvalidOperationException">There are several, or none.</exception>
    public Tensor Input => Only(Inputs, nameof(Inputs));

    /// <summary>The only one of <see cref="Outputs"/>, for example to make a model of intermediate outputs.</summary>
    /// <exception cref="InvalidOperationException">There are several, or none.</exception>
    public Tensor Output => Only(Outputs, nameof(Outputs));

    /// <summary>The shape of the output, batch first.</summary>
    public Shape OutputShape => Output.Shape;

    private Topology.Node FirstNode(string what) =>
        inboundNodes.Count > 0
            ? inboundNodes[0]
            : throw new InvalidOperationException(
                $"The layer '{Name}' ({ClassName}) has never been called and thus has no defined {what}. Apply it to a tensor first, or give its model an input shape."
            );

    private Tensor Only(IReadOnlyList<Tensor> tensors, string all) =>
        tensors.Count == 1
            ? tensors[0]
            : throw new InvalidOperationException($"Layer '{Name}' ({ClassName}) has {tensors.Count} of them. Use {all}.");
}
