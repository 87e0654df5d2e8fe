using KerasSharp.Graphs;
using KerasSharp.Ops;

namespace KerasSharp.Gradients;

/// <summary>Lengths and shapes as 32-bit tensors: constants where the graph knows them, computed from the shape where it does not.</summary>
internal static class ShapeMath
{
    /// <summary>The length of an axis, a scalar; a negative axis counts from the end.</summary>
    public static Tensor Length(Tensor tensor, int axis) => Product(tensor, axis, axis + 1);

    /// <summary>The product of the lengths of the axes from one to another (which is left out), a scalar. The rank is known.</summary>
    public static Tensor Product(Tensor tensor, int from, int to)
    {
        if (from < 0)
            (from, to) = (from + tensor.Rank, to + tensor.Rank);
        long size = tensor.Shape.Slice(from, to - from).Size;
        return size >= 0 ? Op.Int(checked((int)size)) : Op.Prod(Part(tensor, from, to), Op.Ints(0));
    }

    /// <summary>The lengths of the axes from one to another (which is left out), a vector.</summary>
    public static Tensor Part(Tensor tensor, int from, int to)
    {
        var part = tensor.Shape.Slice(from, to - from);
        return part.IsDefined ? Op.Ints(part.Dims) : Op.Slice(Op.ShapeOf(tensor), [from], [to - from]);
    }

    /// <summary>A vector from scalars.</summary>
    public static Tensor Vector(params IReadOnlyList<Tensor> scalars)
    {
        var values = scalars.Select(ConstantInts.Evaluate).ToArray();
        return Array.TrueForAll(values, value => value is [>= 0]) ? Op.Ints([.. values.Select(value => value![0])]) : Op.Pack(scalars);
    }

    /// <summary>The product of two scalars, computed at once where both are known.</summary>
    public static Tensor Times(Tensor x, Tensor y) =>
        ConstantInts.Evaluate(x) is [>= 0 and var left] && ConstantInts.Evaluate(y) is [>= 0 and var right]
            ? Op.Int(checked((int)(left * right)))
            : Op.Mul(x, y);
}
