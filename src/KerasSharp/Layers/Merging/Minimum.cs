using KerasSharp.Ops;

namespace KerasSharp.Layers;

/// <summary>The least of its inputs, element by element. Shapes are broadcast.</summary>
public sealed class Minimum : Merge
{
    /// <summary>The layer.</summary>
    /// <param name="name">Its name.</param>
    public Minimum(string? name = null)
        : base(name) { }

    private protected override Tensor Combine(Tensor x, Tensor y) => Op.Minimum(x, y);
}
