using KerasSharp.Graphs;

namespace KerasSharp.Ops;

public static partial class Op
{
    internal static readonly OpDefinition PackDefinition = new(
        "Pack(values: N*T) -> output: T | N: int, T: type, axis: int = 0",
        InferPack
    );

    internal static readonly OpDefinition UnpackDefinition = new(
        "Unpack(value: T) -> output: num*T | num: int, T: type, axis: int = 0",
        InferUnpack
    );

    /// <summary>Tensors of equal shape joined along a new axis.</summary>
    /// <param name="values">At least one tensor of rank R.</param>
    /// <param name="axis">Where the new axis stands in the result, in [-(R+1), R].</param>
    /// <param name="name">A name hint.</param>
    public static Tensor Pack(IReadOnlyList<Tensor> values, int axis = 0, string? name = null) =>
        Make(PackDefinition, values, new Attributes { ["axis"] = axis }, name);

    /// <summary>The slices of a tensor along an axis, which they no longer have.</summary>
    /// <param name="value">A tensor of rank 1 or more.</param>
    /// <param name="num">The length of the axis; null takes it from the shape.</param>
    /// <param name="axis">The axis, in [-R, R).</param>
    /// <param name="name">A name hint.</param>
    /// <exception cref="ArgumentException">num is null and the length is not known.</exception>
    public static IReadOnlyList<Tensor> Unpack(Tensor value, int? num = null, int axis = 0, string? name = null)
    {
        long length = num ?? (value.Shape.HasRank ? value.Shape[ShapeRules.Axis(axis, value.Rank)] : -1);
        if (length < 0)
            throw new ArgumentException($"Unpack needs num: the length of axis {axis} of {value} is not known.", nameof(num));
        return MakeMany(UnpackDefinition, [value], new Attributes { ["num"] = length, ["axis"] = axis }, name);
    }

    private static Shape[] InferPack(InferenceContext context)
    {
        var shape = ShapeRules.MergeAll(context)[0];
        if (!shape.HasRank)
            return [shape];
        int axis = ShapeRules.Axis(context.Attr<long>("axis"), shape.Rank + 1);
        return [shape.Slice(0, axis).Concat([context.InputCount]).Concat(shape.Slice(axis))];
    }

    private static Shape[] InferUnpack(InferenceContext context)
    {
        var shape = context.Shape(0);
        long count = context.Attr<long>("num");
        if (shape.HasRank)
        {
            int axis = ShapeRules.Axis(context.Attr<long>("axis"), shape.Rank);
            ShapeRules.MergeDim(shape[axis], count, $"num and the length of axis {axis}");
            shape = shape.Slice(0, axis).Concat(shape.Slice(axis + 1));
        }
        return [.. Enumerable.Repeat(shape, (int)count)];
    }
}
