using KerasSharp.Saving;

namespace KerasSharp.Metrics;

/// <summary>The harmonic mean of precision and recall, recall counting beta² times as much, of one-hot or multi-label targets.</summary>
/// <param name="average">null for a result a class; <c>micro</c> (all together), <c>macro</c> (their mean) or <c>weighted</c> (by the number of targets).</param>
/// <param name="beta">The weight of recall, above 0.</param>
/// <param name="threshold">Above it a prediction counts as 1, above 0 and at most 1; null where the largest of a sample does.</param>
/// <param name="name">The name.</param>
public sealed class FBetaScore(string? average = null, double beta = 1, double? threshold = null, string name = "fbeta_score")
    : FScoreBase(average, beta, threshold, name)
{
    /// <summary>The weight of recall.</summary>
    public double Beta { get; } = beta;

    /// <inheritdoc/>
    public override Config GetConfig() => base.GetConfig().With(new() { ["beta"] = Beta });
}
