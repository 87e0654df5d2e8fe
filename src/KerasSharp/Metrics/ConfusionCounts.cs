namespace KerasSharp.Metrics;

/// <summary>How many predictions, at each threshold, are right or wrong in which way; shape (thresholds) or (thresholds, labels).</summary>
internal sealed record ConfusionCounts(Tensor TruePositives, Tensor FalsePositives, Tensor TrueNegatives, Tensor FalseNegatives);
