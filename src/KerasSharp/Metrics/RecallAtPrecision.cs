namespace KerasSharp.Metrics;

/// <summary>The best recall at any threshold that has at least a given precision.</summary>
/// <param name="precision">The least precision, from 0 to 1.</param>
/// <param name="numThresholds">How many thresholds from 0 to 1 are tried.</param>
/// <param name="classId">The only class looked at; null for all.</param>
/// <param name="name">The name; null for an automatic one.</param>
public sealed class RecallAtPrecision(double precision, int numThresholds = 200, int? classId = null, string? name = null)
    : ConstrainedRate("precision", precision, numThresholds, classId, name)
{
    private protected override Tensor Constrained(ConfusionCounts counts) => ConfusionRates.Precision(counts);

    private protected override Tensor Dependent(ConfusionCounts counts) => ConfusionRates.Recall(counts);
}
