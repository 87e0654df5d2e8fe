using KerasSharp.Ops;

namespace KerasSharp.Gradients;

/// <summary>Gradients of ops that pick elements by order along the last axis.</summary>
internal static class SortGradients
{
    public static readonly IReadOnlyDictionary<string, GradientRule> Rules = new Dictionary<string, GradientRule>
    {
        ["TopKV2"] = context => [TopK(context), null],
        ["NthElement"] = context => [NthElement(context), null],
    };

    /// <summary>Each gradient goes to the element that was picked, by its index in the flat input.</summary>
    private static Tensor TopK(GradientContext context)
    {
        var input = context.Input(0);
        var length = ShapeMath.Length(input, -1);
        var count = Op.Size(input);
        var indices = Op.Cast(context.Output(1), DType.Int32);
        var rows = Op.Reshape(indices, ShapeMath.Vector(ShapeMath.Product(input, 0, input.Rank - 1), ShapeMath.Length(indices, -1)));
        var first = Op.Mul(Op.Range(Op.Int(0), ShapeMath.Product(input, 0, input.Rank - 1), Op.Int(1)), length);
        var flat = Op.Reshape(Op.AddV2(rows, Op.ExpandDims(first, 1)), -1);
        return Op.Reshape(Op.UnsortedSegmentSum(Op.Reshape(context.Gradient(), -1), flat, count), Op.ShapeOf(input));
    }

    /// <summary>The gradient is split evenly among the elements that are equal to the one picked.</summary>
    private static Tensor NthElement(GradientContext context)
    {
        var input = context.Input(0);
        var hits = Op.Cast(Op.Equal(Op.ExpandDims(context.Output(), -1), input), input.DType);
        var count = Op.Sum(hits, Op.Ints(-1), keepDims: true);
        return hits / count * Op.ExpandDims(context.Gradient(), -1);
    }
}
