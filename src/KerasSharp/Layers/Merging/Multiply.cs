namespace KerasSharp.Layers;

/// <summary>The product of its inputs, element by element. Shapes are broadcast.</summary>
public sealed class Multiply : Merge
{
    /// <summary>The layer.</summary>
    /// <param name="name">Its name.</param>
    public Multiply(string? name = null)
        : base(name) { }

    private protected override Tensor Combine(Tensor x, Tensor y) => x * y;
}
