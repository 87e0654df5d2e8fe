namespace KerasSharp.Metrics;

/// <summary>The harmonic mean of precision and recall, class by class, of one-hot or multi-label targets.</summary>
/// <param name="average">null for a result a class; <c>micro</c> (all together), <c>macro</c> (their mean) or <c>weighted</c> (by the number of targets).</param>
/// <param name="threshold">Above it a prediction counts as 1, above 0 and at most 1; null where the largest of a sample does.</param>
/// <param name="name">The name.</param>
public sealed class F1Score(string? average = null, double? threshold = null, string name = "f1_score")
    : FScoreBase(average, 1, threshold, name);
