using KerasSharp.Ops;

namespace KerasSharp.Metrics;

/// <summary>1 where a prediction is right, else 0.</summary>
internal static class AccuracyFunctions
{
    public static Tensor Exact(Tensor yTrue, Tensor yPred)
    {
        var (target, output) = K.ToSameRank(Op.Cast(yTrue, yPred.DType), yPred);
        return ToFloat(Op.Equal(target, output));
    }

    public static Tensor Binary(Tensor yTrue, Tensor yPred, double threshold)
    {
        var (target, output) = K.ToSameRank(yTrue, yPred);
        var positive = Op.Cast(Op.Greater(output, Op.Constant(threshold, output.DType)), target.DType);
        return ToFloat(Op.Equal(target, positive));
    }

    public static Tensor Categorical(Tensor yTrue, Tensor yPred) => ToFloat(Op.Equal(Best(yTrue), Best(yPred)));

    public static Tensor SparseCategorical(Tensor yTrue, Tensor yPred)
    {
        var target = Op.Cast(yTrue, yPred.DType);
        if (target.Rank == yPred.Rank && target.Shape[-1] == 1)
            target = K.SqueezeLast(target);
        var matches = ToFloat(Op.Equal(target, Op.Cast(Best(yPred), target.DType)));
        return matches.Rank > 1 && matches.Shape[-1] == 1 ? K.SqueezeLast(matches) : matches;
    }

    public static Tensor TopK(Tensor yTrue, Tensor yPred, int k) => SparseTopK(Best(yTrue), yPred, k);

    public static Tensor SparseTopK(Tensor yTrue, Tensor yPred, int k)
    {
        var target = Op.Cast(yTrue, DType.Int32);
        var matches = ToFloat(Op.InTopKV2(K.Rows(yPred), Op.Reshape(target, -1), Op.Int(k)));
        return target.Rank > 1 ? Op.Reshape(matches, Op.ShapeOf(target)) : matches;
    }

    /// <summary>Whether a class number is among the first k of class numbers sorted from best to worst.</summary>
    public static Tensor SparseTopKOfSorted(Tensor yTrue, Tensor yPred, int k)
    {
        var target = Op.Cast(yTrue, yPred.DType);
        var rows = K.Rows(yPred);
        var first = Op.Slice(rows, [0, 0], [-1, k]);
        var matches = ToFloat(Op.Any(Op.Equal(Op.ExpandDims(Op.Reshape(target, -1), 1), first), Op.Ints(1)));
        return target.Rank > 1 ? Op.Reshape(matches, Op.ShapeOf(target)) : matches;
    }

    private static Tensor Best(Tensor x) => Op.ArgMax(x, Op.Int(-1));

    private static Tensor ToFloat(Tensor x) => Op.Cast(x, DType.Float32);
}
