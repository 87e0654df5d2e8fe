using KerasSharp.Ops;
using KerasSharp.Saving;

namespace KerasSharp.Metrics;

/// <summary>How many of the predictions above the threshold are right: true positives / (true + false positives).</summary>
public sealed class Precision : ConfusionMetric
{
    private readonly double[]? givenThresholds;
    private readonly ConfusionCounter counter;
    private readonly Variable truePositives;
    private readonly Variable falsePositives;

    /// <summary>The metric.</summary>
    /// <param name="thresholds">The thresholds, from 0 to 1, each of which gives a result; null for 0.5, or with topK for none.</param>
    /// <param name="topK">Only the k largest predictions of a sample can be positive; null for all.</param>
    /// <param name="classId">The only class looked at; null for all.</param>
    /// <param name="name">The name; null for an automatic one.</param>
    public Precision(double[]? thresholds = null, int? topK = null, int? classId = null, string? name = null)
        : base(name)
    {
        var parsed = Thresholds.Given(thresholds, topK is null ? 0.5 : Thresholds.NegativeInfinity);
        (givenThresholds, IsSingle) = (thresholds, parsed.Count == 1);
        counter = new ConfusionCounter(parsed) { TopK = topK, ClassId = classId };
        truePositives = AddCount("true_positives", Shape.Of(parsed.Count), counts => counts.TruePositives);
        falsePositives = AddCount("false_positives", Shape.Of(parsed.Count), counts => counts.FalsePositives);
    }

    /// <inheritdoc/>
    public override Tensor Result(Func<Variable, Tensor> read) =>
        Single(Op.DivNoNan(read(truePositives), read(truePositives) + read(falsePositives)));

    /// <inheritdoc/>
    public override Config GetConfig() =>
        base.GetConfig()
            .With(
                new()
                {
                    ["thresholds"] = ConfigLists.OneOrMany(givenThresholds),
                    ["top_k"] = counter.TopK,
                    ["class_id"] = counter.ClassId,
                }
            );

    private protected override ConfusionCounter Counter(Tensor yPred) => counter;
}
