using KerasSharp.Ops;

namespace KerasSharp;

/// <content>Axes, lengths and ranks.</content>
public static partial class K
{
    /// <summary>An axis counted from the start.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such axis.</exception>
    public static int Axis(int axis, int rank) =>
        axis >= -rank && axis < rank
            ? (axis + rank) % rank
            : throw new ArgumentOutOfRangeException(nameof(axis), axis, $"a tensor of rank {rank} has the axes {-rank} to {rank - 1}");

    /// <summary>The length of an axis as an int32 scalar, also where it is unknown until the tensor has a value.</summary>
    public static Tensor Dimension(Tensor x, int axis)
    {
        int at = Axis(axis, x.Rank);
        return x.Shape[at] >= 0 ? Op.Int((int)x.Shape[at]) : Op.GatherV2(Op.ShapeOf(x), Op.Int(at), Op.Int(0));
    }

    /// <summary>The number of elements as a scalar of a type.</summary>
    public static Tensor CountElements(Tensor x, DType dtype) =>
        x.Shape.Size >= 0 ? Op.Constant((double)x.Shape.Size, dtype) : Op.Cast(Op.Prod(Op.ShapeOf(x), Op.Ints(0)), dtype);
}
