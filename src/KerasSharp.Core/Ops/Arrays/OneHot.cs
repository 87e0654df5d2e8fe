using KerasSharp.Graphs;

namespace KerasSharp.Ops;

public static partial class Op
{
    internal static readonly OpDefinition OneHotDefinition = new(
        "OneHot(indices: TI, depth: int32, on_value: T, off_value: T) -> output: T | axis: int = -1, T: type, TI: type = int64",
        InferOneHot
    );

    /// <summary>For each index a vector that has one value at the index and another elsewhere; outside the depth, everywhere.</summary>
    /// <param name="indices">The indices, of rank R.</param>
    /// <param name="depth">The length of the vectors, a scalar.</param>
    /// <param name="onValue">The value at the index, a scalar.</param>
    /// <param name="offValue">The value elsewhere, a scalar.</param>
    /// <param name="axis">The axis of the result along which the vectors lie, in [-1, R].</param>
    /// <param name="name">A name hint.</param>
    public static Tensor OneHot(Tensor indices, Tensor depth, Tensor onValue, Tensor offValue, int axis = -1, string? name = null) =>
        Make(OneHotDefinition, [indices, depth, onValue, offValue], new Attributes { ["axis"] = axis }, name);

    /// <summary>For each index a vector that is 1 at the index and 0 elsewhere.</summary>
    public static Tensor OneHot(Tensor indices, int depth, DType dtype = DType.Float32, int axis = -1, string? name = null) =>
        OneHot(indices, Int(depth), Constant(1, dtype), Constant(0, dtype), axis, name);

    private static Shape[] InferOneHot(InferenceContext context)
    {
        var shape = context.Shape(0);
        if (!shape.HasRank)
            return [Shape.Unknown];
        long axisValue = context.Attr<long>("axis");
        int axis = axisValue == -1 ? shape.Rank : ShapeRules.Axis(axisValue, shape.Rank + 1);
        long depth = context.Ints(1) is [var length] ? length : -1;
        return [shape.Slice(0, axis).Concat(Shape.Of(depth)).Concat(shape.Slice(axis))];
    }
}
