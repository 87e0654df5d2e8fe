namespace KerasSharp.Layers;

public abstract partial class Layer
{
    /// <summary>
    /// Whether the layer can be given masked input. A mask passes through such a layer unchanged unless it overrides
    /// <see cref="ComputeMask"/>; other layers drop it.
    /// </summary>
    public bool SupportsMasking { get; protected init; }

    /// <summary>
    /// The masks of the outputs: bool tensors, true where a step counts, null where all do. By default the input's mask.
    /// </summary>
    /// <param name="inputs">The inputs.</param>
    /// <param name="masks">Their masks.</param>
    protected virtual IReadOnlyList<Tensor?> ComputeMask(IReadOnlyList<Tensor> inputs, IReadOnlyList<Tensor?> masks) => masks;

    private void SetOutputMasks(IReadOnlyList<Tensor> inputs, IReadOnlyList<Tensor> outputs, CallContext context)
    {
        if (!SupportsMasking)
            return;
        var masks = ComputeMask(inputs, [.. inputs.Select(context.Mask)]);
        for (int i = 0; i < outputs.Count && i < masks.Count; i++)
            if (masks[i] is { } mask && context.Mask(outputs[i]) is null)
                context.SetMask(outputs[i], mask);
    }
}
