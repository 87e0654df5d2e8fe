using KerasSharp.Ops;

namespace KerasSharp.Layers;

/// <summary>The greatest of its inputs, element by element. Shapes are broadcast.</summary>
public sealed class Maximum : Merge
{
    /// <summary>The layer.</summary>
    /// <param name="name">Its name.</param>
    public Maximum(string? name = null)
        : base(name) { }

    private protected override Tensor Combine(Tensor x, Tensor y) => Op.Maximum(x, y);
}
