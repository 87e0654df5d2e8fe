using KerasSharp.Ops;

namespace KerasSharp.Metrics;

/// <summary>Values reduced to one a sample, with weights, as Keras's Mean and Sum see them.</summary>
internal static class SampleValues
{
    /// <summary>The weighted values of samples, and the weights of samples.</summary>
    /// <param name="values">Values whose first axis is that of samples, or a scalar.</param>
    /// <param name="weight">Weights of samples, or of the values along further axes too.</param>
    /// <param name="mean">Whether the values of a sample are averaged rather than summed.</param>
    /// <param name="dtype">The type to compute in.</param>
    public static (Tensor Values, Tensor? Weight) Reduce(Tensor values, Tensor? weight, bool mean, DType dtype)
    {
        values = Op.Cast(values, dtype);
        if (weight is not null)
        {
            (values, weight) = K.ToSameRank(values, Op.Cast(weight, dtype));
            int weightRank = weight.Rank;
            values = From(values, weightRank, mean);
            weight *= Op.OnesLike(values);
            values *= weight;
            if (weightRank > 1)
                weight = From(weight, 1, mean, weightRank);
        }
        return (From(values, 1, mean), weight);
    }

    private static Tensor From(Tensor x, int first, bool mean, int? last = null)
    {
        if (x.Rank <= first)
            return x;
        int[] axes = [.. Enumerable.Range(first, (last ?? x.Rank) - first)];
        return mean ? K.Mean(x, axes) : K.Sum(x, axes);
    }
}
