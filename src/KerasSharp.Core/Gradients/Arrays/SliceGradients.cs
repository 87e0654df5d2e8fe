using KerasSharp.Graphs;
using KerasSharp.Ops;

namespace KerasSharp.Gradients;

/// <summary>Gradients of slices, paddings and repetitions.</summary>
internal static class SliceGradients
{
    public static readonly IReadOnlyDictionary<string, GradientRule> Rules = new Dictionary<string, GradientRule>
    {
        ["Slice"] = Slice,
        ["StridedSlice"] = StridedSlice,
        ["StridedSliceGrad"] = StridedSliceGrad,
        ["Pad"] = context => [Inside(context), null],
        ["PadV2"] = context => [Inside(context), null, null],
        ["MirrorPad"] = context => [Op.MirrorPadGrad(context.Gradient(), context.Input(1), context.Attr<string>("mode")), null],
        ["MirrorPadGrad"] = context => [Op.MirrorPad(context.Gradient(), context.Input(1), context.Attr<string>("mode")), null],
        ["Tile"] = context => [Tile(context), null],
    };

    private static IReadOnlyList<Tensor?> Slice(GradientContext context)
    {
        var begin = Op.Cast(context.Input(1), DType.Int32);
        var end = Op.AddV2(begin, Op.ShapeOf(context.Output()));
        return [Op.StridedSliceGrad(Op.ShapeOf(context.Input(0)), begin, end, Op.OnesLike(begin), context.Gradient()), null, null];
    }

    private static IReadOnlyList<Tensor?> StridedSlice(GradientContext context)
    {
        var shape = Op.Cast(Op.ShapeOf(context.Input(0)), context.Input(1).DType);
        IReadOnlyList<Tensor> inputs = [shape, context.Input(1), context.Input(2), context.Input(3), context.Gradient()];
        return [Op.Make(Op.StridedSliceGradDefinition, inputs, Masks(context)), null, null, null];
    }

    private static IReadOnlyList<Tensor?> StridedSliceGrad(GradientContext context)
    {
        IReadOnlyList<Tensor> inputs = [context.Gradient(), context.Input(1), context.Input(2), context.Input(3)];
        return [null, null, null, null, Op.Make(Op.StridedSliceDefinition, inputs, Masks(context))];
    }

    private static Attributes Masks(GradientContext context)
    {
        var masks = new Attributes();
        foreach (var name in (string[])["begin_mask", "end_mask", "ellipsis_mask", "new_axis_mask", "shrink_axis_mask"])
            masks[name] = context.Attr<long>(name);
        return masks;
    }

    /// <summary>The part of the gradient that lies over the input.</summary>
    private static Tensor Inside(GradientContext context)
    {
        var (input, paddings) = (context.Input(0), context.Input(1));
        if (ConstantInts.Evaluate(paddings) is { } values)
            return Op.Slice(context.Gradient(), Op.Ints([.. values.Where((_, i) => i % 2 == 0)]), Op.ShapeOf(input));
        var before = Op.Reshape(Op.Slice(Op.Cast(paddings, DType.Int32), [0, 0], [-1, 1]), -1);
        return Op.Slice(context.Gradient(), before, Op.ShapeOf(input));
    }

    /// <summary>The sum over the repetitions: every axis is split into its repetitions and its length.</summary>
    private static Tensor Tile(GradientContext context)
    {
        var input = context.Input(0);
        var multiples = Op.Cast(context.Input(1), DType.Int32);
        var pairs =
            ConstantInts.Evaluate(multiples) is { } counts && input.Shape.IsDefined
                ? Op.Ints([.. counts.SelectMany((count, i) => new[] { count, input.Shape[i] })])
                : Op.Reshape(Op.Pack([multiples, Op.ShapeOf(input)], axis: 1), -1);
        var axes = Op.Range(Op.Int(0), Op.Mul(Op.Rank(input), Op.Int(2)), Op.Int(2));
        return Op.Reshape(Op.Sum(Op.Reshape(context.Gradient(), pairs), axes), Op.ShapeOf(input));
    }
}
