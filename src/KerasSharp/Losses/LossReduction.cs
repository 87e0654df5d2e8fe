using KerasSharp.Ops;

namespace KerasSharp.Losses;

/// <summary>Weights, masks and reductions of losses, as Keras 3 has them.</summary>
internal static class LossReduction
{
    /// <summary>The weighted values, reduced.</summary>
    public static Tensor Reduce(Tensor values, Tensor? sampleWeight, Tensor? mask, string? reduction)
    {
        var weight = ApplyMask(sampleWeight, mask, values.DType, rescale: reduction is "mean" or "sum_over_batch_size");
        if (weight is not null)
        {
            (values, weight) = K.ToSameRank(values, weight);
            values *= weight;
        }
        if (reduction is null or "none" || values.Rank == 0)
            return values;
        var sum = K.Sum(values);
        if (reduction == "sum")
            return sum;
        bool byWeight = reduction == "mean_with_sample_weight" && weight is not null;
        return Op.DivNoNan(sum, byWeight ? K.Sum(weight!) : K.CountElements(values, values.DType));
    }

    /// <summary>Sample weights that are 0 where the mask is false.</summary>
    /// <param name="sampleWeight">The weights, or null.</param>
    /// <param name="mask">The mask, or null.</param>
    /// <param name="dtype">The type of the result.</param>
    /// <param name="rescale">Whether those that count are multiplied by (all / those that count), so that a mean is over these.</param>
    public static Tensor? ApplyMask(Tensor? sampleWeight, Tensor? mask, DType dtype, bool rescale)
    {
        var weight = sampleWeight is null ? null : Op.Cast(sampleWeight, dtype);
        if (mask is null)
            return weight;
        var factor = Op.Cast(mask, dtype);
        if (rescale)
            factor = Op.Cast(Op.Cast(mask, DType.Bool), dtype) * Op.DivNoNan(K.CountElements(mask, dtype), K.Sum(factor));
        if (weight is null)
            return factor;
        (factor, weight) = K.ToSameRank(factor, weight);
        return weight * factor;
    }
}
