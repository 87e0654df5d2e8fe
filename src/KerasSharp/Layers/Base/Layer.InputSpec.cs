namespace KerasSharp.Layers;

public abstract partial class Layer
{
    /// <summary>What the layer demands of each input; null where anything will do. A layer may sharpen it in <see cref="Build(Shape)"/>.</summary>
    protected IReadOnlyList<InputSpec>? InputSpecs { get; set; }

    /// <summary>Whether floating-point inputs are converted to <see cref="DType"/>; true by default.</summary>
    protected virtual bool AutoCast => true;

    private void CheckInputs(IReadOnlyList<Tensor> inputs)
    {
        if (inputs.Any(input => input is null))
            throw new ArgumentNullException(nameof(inputs), $"Layer '{Name}' ({ClassName}) was given a null tensor.");
        if (InputSpecs is not { } specs)
            return;
        if (specs.Count != inputs.Count && specs.Count != 1)
            throw new ArgumentException($"Layer '{Name}' ({ClassName}) expects {specs.Count} inputs; {inputs.Count} tensors came.");
        for (int i = 0; i < Math.Min(specs.Count, inputs.Count); i++)
            if (specs[i].Problem(inputs[i]) is { } problem)
                throw new ArgumentException(
                    $"Input {i} of layer '{Name}' ({ClassName}) is incompatible with the layer: {problem}; got {inputs[i].DType.Name()}{inputs[i].Shape}."
                );
    }
}
