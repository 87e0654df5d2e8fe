using KerasSharp.Ops;

namespace KerasSharp.Gradients;

/// <summary>Gradients of segment reductions: each row gets what its segment got, in the part that it had.</summary>
internal static class SegmentGradients
{
    private delegate Tensor Reduction(Tensor data);

    public static readonly IReadOnlyDictionary<string, GradientRule> Rules = new Dictionary<string, GradientRule>
    {
        ["SegmentSum"] = context => [Rows(context, context.Gradient()), null],
        ["SegmentMean"] = context => [Rows(context, Mean(context)), null],
        ["SegmentMax"] = context => [Extreme(context, Sorted(context)), null],
        ["SegmentMin"] = context => [Extreme(context, Sorted(context)), null],
        ["SegmentProd"] = context => [Product(context, Sorted(context), data => Op.SegmentProd(data, context.Input(1))), null],
        ["UnsortedSegmentSum"] = context => [Rows(context, context.Gradient()), null, null],
        ["UnsortedSegmentMax"] = context => [Extreme(context, Unsorted(context)), null, null],
        ["UnsortedSegmentMin"] = context => [Extreme(context, Unsorted(context)), null, null],
        ["UnsortedSegmentProd"] = context =>
            [Product(context, Unsorted(context), data => Op.UnsortedSegmentProd(data, context.Input(1), context.Input(2))), null, null],
    };

    private static Reduction Sorted(GradientContext context) => data => Op.SegmentSum(data, context.Input(1));

    private static Reduction Unsorted(GradientContext context) => data => Op.UnsortedSegmentSum(data, context.Input(1), context.Input(2));

    /// <summary>For each row the value of its segment; 0 for rows that belong to none (a negative id).</summary>
    private static Tensor Rows(GradientContext context, Tensor segments)
    {
        var ids = context.Input(1);
        if (!context.Operation.Type.StartsWith("Unsorted", StringComparison.Ordinal))
            return Op.GatherV2(segments, ids);
        var zero = Op.ZerosLike(ids);
        var rows = Op.GatherV2(segments, Op.Maximum(ids, zero));
        return Op.SelectV2(Spread(Op.GreaterEqual(ids, zero), ids, context.Input(0)), rows, Op.ZerosLike(rows));
    }

    /// <summary>A value for each id given axes of length 1 for the rest of the data's axes.</summary>
    private static Tensor Spread(Tensor perId, Tensor ids, Tensor data)
    {
        for (int axis = ids.Rank; axis < data.Rank; axis++)
            perId = Op.ExpandDims(perId, axis);
        return perId;
    }

    private static Tensor Mean(GradientContext context)
    {
        var (data, gradient) = (context.Input(0), context.Gradient());
        var ones = Op.Fill(ShapeMath.Vector(ShapeMath.Length(data, 0)), Op.Constant(1, data.DType));
        var counts = Op.Maximum(Op.SegmentSum(ones, context.Input(1)), Op.Constant(1, data.DType));
        for (int axis = 1; axis < data.Rank; axis++)
            counts = Op.ExpandDims(counts, axis);
        return gradient / counts;
    }

    /// <summary>Among the rows equal to the extreme the gradient is split evenly.</summary>
    private static Tensor Extreme(GradientContext context, Reduction sum)
    {
        var (data, ids) = (context.Input(0), context.Input(1));
        var hit = Op.LogicalAnd(
            Op.Equal(data, Rows(context, context.Output())),
            Spread(Op.GreaterEqual(ids, Op.ZerosLike(ids)), ids, data)
        );
        var share = context.Gradient() / sum(Op.Cast(hit, data.DType));
        var rows = Rows(context, share);
        return Op.SelectV2(hit, rows, Op.ZerosLike(rows));
    }

    /// <summary>For each row the product of the others: with one zero in the segment only that row has a gradient, with two none.</summary>
    private static Tensor Product(GradientContext context, Reduction sum, Reduction product)
    {
        var data = context.Input(0);
        var isZero = Op.Equal(data, Op.ZerosLike(data));
        var zeros = sum(Op.Cast(isZero, DType.Int32));
        var gradient = Op.SelectV2(Op.Greater(zeros, Op.OnesLike(zeros)), Op.ZerosLike(context.Gradient()), context.Gradient());
        var divisors = Op.SelectV2(isZero, Op.OnesLike(data), data);
        var others = Op.SelectV2(isZero, Rows(context, product(divisors)), Rows(context, context.Output()) / divisors);
        return Rows(context, gradient) * others;
    }
}
