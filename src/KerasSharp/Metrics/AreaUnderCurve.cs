using KerasSharp.Ops;

namespace KerasSharp.Metrics;

/// <summary>The areas between thresholds that make up the area under a curve.</summary>
internal static class AreaUnderCurve
{
    public static string Curve(string name) =>
        name.ToUpperInvariant() is "ROC" or "PR" or "PRGAIN"
            ? name.ToUpperInvariant()
            : throw new ArgumentException($"curve is 'ROC', 'PR' or 'PRGAIN'; got '{name}'.");

    public static string SummationMethod(string name) =>
        name.ToLowerInvariant() is "interpolation" or "minoring" or "majoring"
            ? name.ToLowerInvariant()
            : throw new ArgumentException($"summationMethod is 'interpolation', 'minoring' or 'majoring'; got '{name}'.");

    /// <summary>The areas, of shape (thresholds − 1) or (thresholds − 1, labels).</summary>
    public static Tensor Terms(ConfusionCounts counts, string curve, string method, int thresholds)
    {
        if (curve == "PR" && method == "interpolation")
            return InterpolatedPrecisionRecall(counts, thresholds);
        var (x, y) = Points(counts, curve);
        var (y0, y1) = Neighbours(y, thresholds);
        var heights = method switch
        {
            "interpolation" => (y0 + y1) / 2,
            "minoring" => Op.Minimum(y0, y1),
            _ => Op.Maximum(y0, y1),
        };
        var (x0, x1) = Neighbours(x, thresholds);
        return (x0 - x1) * heights;
    }

    private static (Tensor X, Tensor Y) Points(ConfusionCounts counts, string curve) =>
        curve switch
        {
            "ROC" => (ConfusionRates.FalsePositiveRate(counts), ConfusionRates.Recall(counts)),
            "PR" => (ConfusionRates.Recall(counts), ConfusionRates.Precision(counts)),
            _ => Gains(counts),
        };

    /// <summary>Recall gain and precision gain (Flach and Kull, 2015).</summary>
    private static (Tensor X, Tensor Y) Gains(ConfusionCounts counts)
    {
        var zero = Op.ZerosLike(counts.TruePositives);
        var none = Op.Equal(counts.TruePositives, zero);
        var scale = Op.DivNoNan(counts.TruePositives + counts.FalseNegatives, counts.TrueNegatives + counts.FalsePositives);
        var recall = 1 - scale * Op.DivNoNan(counts.FalseNegatives, counts.TruePositives);
        var precision = 1 - scale * Op.DivNoNan(counts.FalsePositives, counts.TruePositives);
        return (Op.Maximum(Op.SelectV2(none, zero, recall), zero), Op.SelectV2(none, Op.OnesLike(zero), precision));
    }

    /// <summary>Areas under the curve between points, along which precision is not straight (Davis and Goadrich, 2006).</summary>
    private static Tensor InterpolatedPrecisionRecall(ConfusionCounts counts, int thresholds)
    {
        var (hits0, hits1) = Neighbours(counts.TruePositives, thresholds);
        var (all0, all1) = Neighbours(counts.TruePositives + counts.FalsePositives, thresholds);
        var missed = Neighbours(counts.FalseNegatives, thresholds).Second;
        var zero = Op.ZerosLike(all0);
        var slope = Op.DivNoNan(hits0 - hits1, Op.Maximum(all0 - all1, zero));
        var intercept = hits1 - slope * all1;
        var both = Op.LogicalAnd(Op.Greater(all0, zero), Op.Greater(all1, zero));
        var ratio = Op.SelectV2(both, Op.DivNoNan(all0, Op.Maximum(all1, zero)), Op.OnesLike(all1));
        return Op.DivNoNan(slope * (hits0 - hits1 + intercept * Op.Log(ratio)), Op.Maximum(hits1 + missed, zero));
    }

    /// <summary>All rows but the last, and all but the first.</summary>
    private static (Tensor First, Tensor Second) Neighbours(Tensor x, int thresholds)
    {
        long[] size = [thresholds - 1, .. Enumerable.Repeat(-1L, x.Rank - 1)];
        long[] second = [1, .. Enumerable.Repeat(0L, x.Rank - 1)];
        return (Op.Slice(x, new long[x.Rank], size), Op.Slice(x, second, size));
    }
}
