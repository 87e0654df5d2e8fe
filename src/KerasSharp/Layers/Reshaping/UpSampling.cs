using KerasSharp.Ops;
using KerasSharp.Saving;

namespace KerasSharp.Layers;

/// <summary>What the layers that repeat the rows and columns of their input have in common.</summary>
public abstract class UpSampling : Layer
{
    private readonly int[] size;
    private readonly ChannelOrder order;

    private protected UpSampling(int rank, Sizes size, string? dataFormat, string? name)
        : base(name)
    {
        (this.size, order) = (size.Expand(rank, nameof(size), this), ChannelOrder.Parse(dataFormat, this));
        InputSpecs = [new InputSpec { Rank = rank + 2 }];
    }

    /// <summary>How often each entry is repeated, an axis each.</summary>
    private protected IReadOnlyList<int> Factors => size;

    /// <summary>Keras's name of the data format.</summary>
    private protected string DataFormat => order.Name;

    /// <inheritdoc/>
    protected sealed override Tensor Call(Tensor inputs, CallContext context)
    {
        var x = inputs;
        for (int i = 0; i < size.Length; i++)
            x = Enlarge(x, order.Spatial + i, size[i]);
        return x;
    }

    /// <summary>The tensor enlarged along one axis; by default each entry repeated.</summary>
    private protected virtual Tensor Enlarge(Tensor x, int axis, int factor)
    {
        if (factor == 1)
            return x;
        var tiles = Enumerable.Repeat(1L, x.Rank + 1).ToArray();
        tiles[axis + 1] = factor;
        var tiled = Op.Tile(Op.ExpandDims(x, axis + 1), tiles);
        var length = x.Shape[axis] >= 0 ? new Length(x.Shape[axis] * factor) : new Length(-1);
        return Length.Reshape(tiled, [.. Length.Range(x, 0, axis), length, .. Length.Range(x, axis + 1, x.Rank)]);
    }
}
