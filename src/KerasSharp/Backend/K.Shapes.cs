using KerasSharp.Ops;

namespace KerasSharp;

/// <content>Axes, lengths and ranks.</content>
public static partial class K
{
    /// <summary>An axis counted from the start.</summary>
    /// <param name="axis">The axis; a negative one counts from the end.</param>
    /// <param name="rank">The number of axes.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such axis.</exception>
    public static int Axis(int axis, int rank) =>
        axis >= -rank && axis < rank
            ? (axis + rank) % rank
            : throw new ArgumentOutOfRangeException(nameof(axis), axis, $"a tensor of rank {rank} has the axes {-rank} to {rank - 1}");

    /// <summary>The length of an axis as an int32 scalar, also where it is unknown until the tensor has a value.</summary>
    /// <param name="x">The tensor.</param>
    /// <param name="axis">The axis; a negative one counts from the end.</param>
    public static Tensor Dimension(Tensor x, int axis)
    {
        int at = Axis(axis, x.Rank);
        return x.Shape[at] >= 0 ? Op.Int((int)x.Shape[at]) : Op.GatherV2(Op.ShapeOf(x), Op.Int(at), Op.Int(0));
    }

    /// <summary>The number of elements as a scalar of a type.</summary>
    public static Tensor CountElements(Tensor x, DType dtype) =>
        x.Shape.Size >= 0 ? Op.Constant((double)x.Shape.Size, dtype) : Op.Cast(Op.Prod(Op.ShapeOf(x), Op.Ints(0)), dtype);

    /// <summary>The tensor with its last axis, of length 1, removed.</summary>
    internal static Tensor SqueezeLast(Tensor x) => Op.Squeeze(x, x.Rank - 1);

    /// <summary>The tensor as a matrix with its last axis as columns.</summary>
    internal static Tensor Rows(Tensor x) => x.Rank == 2 ? x : Op.Reshape(x, Op.Pack([Op.Int(-1), Dimension(x, -1)]));

    /// <summary>The values of a tensor's rows in the shape that the tensor has without its last axis.</summary>
    internal static Tensor LikeRowsOf(Tensor values, Tensor x) =>
        x.Rank == 2 ? values : Op.Reshape(values, Op.Slice(Op.ShapeOf(x), [0], [x.Rank - 1]));

    /// <summary>
    /// Two tensors whose ranks differ by one made equal, as Keras does with targets and predictions: a last axis of length 1 is added
    /// to a vector, and removed from what is not compared with one. Others are returned as they are.
    /// </summary>
    /// <param name="a">The one.</param>
    /// <param name="b">The other.</param>
    /// <param name="expandVectors">Whether a vector is expanded rather than the matrix squeezed.</param>
    internal static (Tensor A, Tensor B) ToSameRank(Tensor a, Tensor b, bool expandVectors = true)
    {
        if (a.Rank == b.Rank + 1 && a.Shape[-1] == 1)
            return b.Rank == 1 && expandVectors ? (a, Op.ExpandDims(b, -1)) : (SqueezeLast(a), b);
        if (b.Rank == a.Rank + 1 && b.Shape[-1] == 1)
            return a.Rank == 1 && expandVectors ? (Op.ExpandDims(a, -1), b) : (a, SqueezeLast(b));
        return (a, b);
    }
}
