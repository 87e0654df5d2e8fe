namespace KerasSharp.Layers;

/// <summary>The sum of its inputs. Shapes are broadcast.</summary>
public sealed class Add : Merge
{
    /// <summary>The layer.</summary>
    /// <param name="name">Its name.</param>
    public Add(string? name = null)
        : base(name) { }

    private protected override Tensor Combine(Tensor x, Tensor y) => x + y;
}
