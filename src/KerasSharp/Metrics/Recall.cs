namespace KerasSharp.Metrics;

/// <summary>How many of the targets that are 1 have predictions above the threshold: true positives / (true positives + false negatives).</summary>
public sealed class Recall : TruePositiveRate
{
    /// <summary>The metric.</summary>
    /// <param name="thresholds">The thresholds, from 0 to 1, each of which gives a result; null for 0.5, or with topK for none.</param>
    /// <param name="topK">Only the k largest predictions of a sample can be positive; null for all.</param>
    /// <param name="classId">The only class looked at; null for all.</param>
    /// <param name="name">The name; null for an automatic one.</param>
    public Recall(double[]? thresholds = null, int? topK = null, int? classId = null, string? name = null)
        : base(thresholds, topK, classId, name, "false_negatives", counts => counts.FalseNegatives) { }
}
