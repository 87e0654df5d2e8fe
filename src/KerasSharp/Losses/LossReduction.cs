using KerasSharp.Ops;

namespace KerasSharp.Losses;

/// <summary>How the losses of samples, their weights and their masks become one number.</summary>
internal static class LossReduction
{
    public const string SumOverBatchSize = "sum_over_batch_size";

    private static readonly string[] Known = [SumOverBatchSize, "mean", "mean_with_sample_weight", "sum", "none"];

    /// <summary>The name itself; <c>none</c> for null.</summary>
    /// <exception cref="ArgumentException">It is not one of Keras's.</exception>
    public static string Check(string? reduction) =>
        Known.Contains(reduction ?? "none")
            ? reduction ?? "none"
            : throw new ArgumentException($"'{reduction}' is no reduction of losses. Use one of: {string.Join(", ", Known)}.", nameof(reduction));

    /// <summary>Weights and reduces losses.</summary>
    public static Tensor Apply(Tensor values, Tensor? sampleWeight, Tensor? mask, string reduction)
    {
        var weight = Weights(sampleWeight, mask, values.DType, reduction is SumOverBatchSize or "mean");
        if (weight is not null)
        {
            (values, weight) = Ranks.Match(values, weight);
            values *= weight;
        }
        if (reduction == "none" || (values.Shape.HasRank && values.Shape.Rank == 0))
            return values;
        var sum = K.Sum(values);
        if (reduction == "sum")
            return sum;
        var divisor = reduction == "mean_with_sample_weight" && weight is not null ? K.Sum(weight) : K.CountElements(values, values.DType);
        return Op.DivNoNan(sum, divisor);
    }

    /// <summary>
    /// Weight and mask as one weight. For a mean, steps that count weigh total / counting, so that the mean over all elements is the mean
    /// over those that count.
    /// </summary>
    public static Tensor? Weights(Tensor? sampleWeight, Tensor? mask, DType dtype, bool rescale)
    {
        var weight = sampleWeight is null ? null : Op.Cast(sampleWeight, dtype);
        if (mask is null)
            return weight;
        var counting = Op.Cast(mask, dtype);
        if (rescale)
            counting *= Op.DivNoNan(K.CountElements(counting, dtype), K.Sum(counting));
        if (weight is null)
            return counting;
        (counting, weight) = Ranks.Match(counting, weight);
        return weight * counting;
    }
}
