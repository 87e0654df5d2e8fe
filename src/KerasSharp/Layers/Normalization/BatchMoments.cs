using KerasSharp.Ops;

namespace KerasSharp.Layers;

/// <summary>Mean and variance of each channel over a batch.</summary>
internal static class BatchMoments
{
    /// <summary>The moments over all axes but one; where there is a mask, over the steps that count.</summary>
    public static (Tensor Mean, Tensor Variance) Of(Tensor x, int axis, Tensor? mask)
    {
        var axes = Enumerable.Range(0, x.Rank).Where(i => i != axis).ToArray();
        if (mask is not null)
            return Masked(x, axes, mask);
        var mean = K.Mean(x, axes, keepDims: true);
        var variance = K.Mean(Op.SquaredDifference(x, Op.StopGradient(mean)), axes);
        return (Flat(mean, axis), variance);
    }

    private static (Tensor Mean, Tensor Variance) Masked(Tensor x, int[] axes, Tensor mask)
    {
        if (mask.Rank != x.Rank - 1)
            throw new ArgumentException(
                $"A mask must have one dimension less than what it masks; got a mask {mask.Shape} for an input {x.Shape}."
            );
        var counts = Op.LogicalAnd(Op.ExpandDims(mask, -1), Op.Equal(Op.ZerosLike(x), Op.Constant(0, x.DType)));
        var zero = Op.Constant(0, x.DType);
        var weight = K.Sum(Op.Cast(counts, x.DType), axes, keepDims: true) + K.Epsilon;
        var mean = K.Sum(Op.SelectV2(counts, x, zero), axes, keepDims: true) / weight;
        var variance = K.Sum(Op.SelectV2(counts, Op.Square(x - mean), zero), axes, keepDims: true) / weight;
        return (Op.Reshape(mean, -1), Op.Reshape(variance, -1));
    }

    private static Tensor Flat(Tensor kept, int axis) => kept.Rank == 1 ? kept : Op.Reshape(kept, kept.Shape[axis]);
}
