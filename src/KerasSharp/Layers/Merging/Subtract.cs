namespace KerasSharp.Layers;

/// <summary>The first of two inputs minus the second. Shapes are broadcast.</summary>
public sealed class Subtract : Merge
{
    /// <summary>The layer.</summary>
    /// <param name="name">Its name.</param>
    public Subtract(string? name = null)
        : base(name) { }

    private protected override Tensor Combine(IReadOnlyList<Tensor> inputs) =>
        inputs.Count == 2
            ? inputs[0] - inputs[1]
            : throw new ArgumentException($"Layer '{Name}' (Subtract) expects exactly 2 inputs; {inputs.Count} tensors came.");
}
