namespace KerasSharp.Layers;

/// <summary>The mean of its inputs, element by element. Shapes are broadcast.</summary>
public sealed class Average : Merge
{
    /// <summary>The layer.</summary>
    /// <param name="name">Its name.</param>
    public Average(string? name = null)
        : base(name) { }

    private protected override Tensor Combine(IReadOnlyList<Tensor> inputs) => base.Combine(inputs) / inputs.Count;

    private protected override Tensor Combine(Tensor x, Tensor y) => x + y;
}
