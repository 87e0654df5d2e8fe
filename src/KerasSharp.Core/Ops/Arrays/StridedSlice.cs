using KerasSharp.Graphs;

namespace KerasSharp.Ops;

public static partial class Op
{
    private const string StridedSliceAttributes =
        "T: type, Index: type, begin_mask: int = 0, end_mask: int = 0, ellipsis_mask: int = 0, new_axis_mask: int = 0, shrink_axis_mask: int = 0";

    internal static readonly OpDefinition StridedSliceDefinition = new(
        "StridedSlice(input: T, begin: Index, end: Index, strides: Index) -> output: T | " + StridedSliceAttributes,
        InferStridedSlice
    );

    internal static readonly OpDefinition StridedSliceGradDefinition = new(
        "StridedSliceGrad(shape: Index, begin: Index, end: Index, strides: Index, dy: T) -> output: T | " + StridedSliceAttributes,
        context => [ShapeRules.FromInts(context, 0)]
    );

    /// <summary>What NumPy's <c>input[begin:end:strides, …]</c> takes.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="begin">First indices, one for each item between the brackets; negative ones count from the end.</param>
    /// <param name="end">Indices before which it stops.</param>
    /// <param name="strides">Steps, not 0.</param>
    /// <param name="beginMask">Bit i: item i has no begin.</param>
    /// <param name="endMask">Bit i: item i has no end.</param>
    /// <param name="ellipsisMask">Bit i: item i is an ellipsis. At most one bit.</param>
    /// <param name="newAxisMask">Bit i: item i is a new axis of length 1.</param>
    /// <param name="shrinkAxisMask">Bit i: item i is the single index begin[i], and its axis is dropped.</param>
    /// <param name="name">A name hint.</param>
    public static Tensor StridedSlice(
        Tensor input,
        Tensor begin,
        Tensor end,
        Tensor strides,
        long beginMask = 0,
        long endMask = 0,
        long ellipsisMask = 0,
        long newAxisMask = 0,
        long shrinkAxisMask = 0,
        string? name = null
    ) =>
        Make(
            StridedSliceDefinition,
            [input, begin, end, strides],
            Masks(beginMask, endMask, ellipsisMask, newAxisMask, shrinkAxisMask),
            name
        );

    /// <summary>The gradient of <see cref="StridedSlice"/>: zeros of a shape, with dy where the slice was taken.</summary>
    public static Tensor StridedSliceGrad(
        Tensor shape,
        Tensor begin,
        Tensor end,
        Tensor strides,
        Tensor dy,
        long beginMask = 0,
        long endMask = 0,
        long ellipsisMask = 0,
        long newAxisMask = 0,
        long shrinkAxisMask = 0,
        string? name = null
    ) =>
        Make(
            StridedSliceGradDefinition,
            [shape, begin, end, strides, dy],
            Masks(beginMask, endMask, ellipsisMask, newAxisMask, shrinkAxisMask),
            name
        );

    private static Attributes Masks(long begin, long end, long ellipsis, long newAxis, long shrink) =>
        new()
        {
            ["begin_mask"] = begin,
            ["end_mask"] = end,
            ["ellipsis_mask"] = ellipsis,
            ["new_axis_mask"] = newAxis,
            ["shrink_axis_mask"] = shrink,
        };

    private static Shape[] InferStridedSlice(InferenceContext context)
    {
        var shape = context.Shape(0);
        if (!shape.HasRank || context.Ints(3) is not { } strides)
            return [Shape.Unknown];
        return
        [
            Shape.Of(StridedSliceSpec.Resolve(shape, context.Elements(1), context.Elements(2), strides, context.Attributes).OutputDims),
        ];
    }
}
