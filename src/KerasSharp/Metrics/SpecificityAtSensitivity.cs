namespace KerasSharp.Metrics;

/// <summary>The best specificity at any threshold that has at least a given sensitivity (recall).</summary>
/// <param name="sensitivity">The least sensitivity, from 0 to 1.</param>
/// <param name="numThresholds">How many thresholds from 0 to 1 are tried.</param>
/// <param name="classId">The only class looked at; null for all.</param>
/// <param name="name">The name; null for an automatic one.</param>
public sealed class SpecificityAtSensitivity(double sensitivity, int numThresholds = 200, int? classId = null, string? name = null)
    : ConstrainedRate("sensitivity", sensitivity, numThresholds, classId, name)
{
    private protected override Tensor Constrained(ConfusionCounts counts) => ConfusionRates.Recall(counts);

    private protected override Tensor Dependent(ConfusionCounts counts) => ConfusionRates.Specificity(counts);
}
