using KerasSharp.Ops;
using KerasSharp.Saving;

namespace KerasSharp.Metrics;

/// <summary>The part that true positives are of themselves and one kind of error, at given thresholds.</summary>
public abstract class TruePositiveRate : ConfusionMetric
{
    private readonly double[]? givenThresholds;
    private readonly ConfusionCounter counter;
    private readonly Variable truePositives;
    private readonly Variable errors;

    private protected TruePositiveRate(
        double[]? thresholds,
        int? topK,
        int? classId,
        string? name,
        string errorName,
        Func<ConfusionCounts, Tensor> countErrors
    )
        : base(name)
    {
        var parsed = Thresholds.Given(thresholds, topK is null ? 0.5 : Thresholds.NegativeInfinity);
        (givenThresholds, IsSingle) = (thresholds, parsed.Count == 1);
        counter = new ConfusionCounter(parsed) { TopK = topK, ClassId = classId };
        truePositives = AddCount("true_positives", Shape.Of(parsed.Count), counts => counts.TruePositives);
        errors = AddCount(errorName, Shape.Of(parsed.Count), countErrors);
    }

    /// <inheritdoc/>
    public sealed override Tensor Result(Func<Variable, Tensor> read) =>
        Single(Op.DivNoNan(read(truePositives), read(truePositives) + read(errors)));

    /// <inheritdoc/>
    public sealed override Config GetConfig() =>
        base.GetConfig()
            .With(
                new()
                {
                    ["thresholds"] = ConfigLists.OneOrMany(givenThresholds),
                    ["top_k"] = counter.TopK,
                    ["class_id"] = counter.ClassId,
                }
            );

    private protected sealed override ConfusionCounter Counter(Tensor yPred) => counter;
}
