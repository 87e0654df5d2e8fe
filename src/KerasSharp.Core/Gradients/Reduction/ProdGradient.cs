using KerasSharp.Graphs;
using KerasSharp.Ops;

namespace KerasSharp.Gradients;

/// <summary>
/// The gradient of Prod: for each element the product of the others, from the running products before and after it, so that zeros do no
/// harm.
/// </summary>
internal static class ProdGradient
{
    public static IReadOnlyList<Tensor?> Rule(GradientContext context)
    {
        var input = context.Input(0);
        var reduced = ReducedAxes(context);
        var permutation = ReducedFirst(input, reduced);
        var front = Op.Transpose(input, permutation);
        var rows = Op.Prod(Op.GatherV2(Op.ShapeOf(input), reduced), Op.Ints(0));
        var columns = Op.FloorDiv(Op.Size(input), Op.Maximum(rows, Op.Int(1)));
        var matrix = Op.Reshape(front, Op.Pack([rows, columns]));
        var axis = Op.Int(0);
        var others = Op.Cumprod(matrix, axis, exclusive: true) * Op.Cumprod(matrix, axis, exclusive: true, reverse: true);
        var back = Op.Transpose(Op.Reshape(others, Op.ShapeOf(front)), Op.InvertPermutation(permutation));
        return [back * ReductionGradients.Spread(context, context.Gradient()), null];
    }

    /// <summary>The reduced axes counted from the front, a vector of 32-bit integers.</summary>
    private static Tensor ReducedAxes(GradientContext context)
    {
        var (input, axes) = (context.Input(0), context.Input(1));
        if (input.Shape.HasRank && ConstantInts.Evaluate(axes) is { } known)
            return Op.Ints([.. known.Select(axis => (long)ShapeRules.Axis(axis, input.Rank))]);
        return Op.FloorMod(Op.Reshape(Op.Cast(axes, DType.Int32), -1), Op.Rank(input));
    }

    private static Tensor ReducedFirst(Tensor input, Tensor reduced)
    {
        if (input.Shape.HasRank && ConstantInts.Evaluate(reduced) is { } known)
            return Op.Ints([.. known, .. Enumerable.Range(0, input.Rank).Select(axis => (long)axis).Except(known)]);
        var kept = Op.ListDiff(Op.Range(Op.Int(0), Op.Rank(input), Op.Int(1)), reduced).Out;
        return Op.ConcatV2([reduced, kept], 0);
    }
}
