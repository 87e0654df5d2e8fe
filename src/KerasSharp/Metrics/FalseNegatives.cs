using KerasSharp.Saving;

namespace KerasSharp.Metrics;

/// <summary>How many targets are 1 where predictions are not above the threshold.</summary>
public sealed class FalseNegatives : ConfusionMetric
{
    private readonly double[]? givenThresholds;
    private readonly ConfusionCounter counter;
    private readonly Variable accumulator;

    /// <summary>The metric.</summary>
    /// <param name="thresholds">The thresholds, from 0 to 1, each of which gives a result; null for 0.5.</param>
    /// <param name="name">The name; null for an automatic one.</param>
    public FalseNegatives(double[]? thresholds = null, string? name = null)
        : base(name)
    {
        var parsed = Thresholds.Given(thresholds, 0.5);
        (givenThresholds, counter, IsSingle) = (thresholds, new ConfusionCounter(parsed), parsed.Count == 1);
        accumulator = AddCount("accumulator", Shape.Of(parsed.Count), counts => counts.FalseNegatives);
    }

    /// <inheritdoc/>
    public override Tensor Result(Func<Variable, Tensor> read) => Single(read(accumulator));

    /// <inheritdoc/>
    public override Config GetConfig() => base.GetConfig().With(new() { ["thresholds"] = ConfigLists.OneOrMany(givenThresholds) });

    private protected override ConfusionCounter Counter(Tensor yPred) => counter;
}
