using KerasSharp.Ops;

namespace KerasSharp.Metrics;

/// <summary>Rates from counts; 0 where there is nothing to divide by.</summary>
internal static class ConfusionRates
{
    public static Tensor Recall(ConfusionCounts counts) => Op.DivNoNan(counts.TruePositives, counts.TruePositives + counts.FalseNegatives);

    public static Tensor Precision(ConfusionCounts counts) =>
        Op.DivNoNan(counts.TruePositives, counts.TruePositives + counts.FalsePositives);

    public static Tensor Specificity(ConfusionCounts counts) =>
        Op.DivNoNan(counts.TrueNegatives, counts.TrueNegatives + counts.FalsePositives);

    public static Tensor FalsePositiveRate(ConfusionCounts counts) =>
        Op.DivNoNan(counts.FalsePositives, counts.FalsePositives + counts.TrueNegatives);
}
