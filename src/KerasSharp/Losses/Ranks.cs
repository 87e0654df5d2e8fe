using KerasSharp.Ops;

namespace KerasSharp.Losses;

/// <summary>Brings two tensors whose ranks differ by one to the same rank, as Keras does for labels, predictions and weights.</summary>
internal static class Ranks
{
    /// <summary>A last dimension of 1 is taken off the larger, or put on the smaller where that is a vector.</summary>
    public static (Tensor, Tensor) Match(Tensor a, Tensor b)
    {
        if (!a.Shape.HasRank || !b.Shape.HasRank || a.Rank == b.Rank)
            return (a, b);
        if (a.Rank == b.Rank + 1 && a.Shape[-1] == 1)
            return b.Rank == 1 ? (a, Op.ExpandDims(b, Op.Int(-1))) : (Op.Squeeze(a, [-1]), b);
        if (b.Rank == a.Rank + 1 && b.Shape[-1] == 1)
            return a.Rank == 1 ? (Op.ExpandDims(a, Op.Int(-1)), b) : (a, Op.Squeeze(b, [-1]));
        return (a, b);
    }
}
