using KerasSharp.Ops;
using KerasSharp.Saving;

namespace KerasSharp.Metrics;

/// <summary>The area under a curve of a classifier's rates at all thresholds: the receiver operating characteristic, or precision over recall.</summary>
public sealed class AUC : FullConfusionMetric
{
    private readonly double[]? givenThresholds;
    private readonly int? numLabels;
    private readonly double[]? labelWeights;
    private readonly bool fromLogits;
    private readonly Thresholds thresholds;
    private readonly ConfusionCounter counter;

    /// <summary>The metric.</summary>
    /// <param name="numThresholds">How many thresholds from 0 to 1 are tried, 2 or more.</param>
    /// <param name="curve"><c>ROC</c>, <c>PR</c> or <c>PRGAIN</c>.</param>
    /// <param name="summationMethod"><c>interpolation</c>, <c>minoring</c> or <c>majoring</c>.</param>
    /// <param name="name">The name; null for an automatic one.</param>
    /// <param name="thresholds">Thresholds between 0 and 1 instead of evenly distributed ones.</param>
    /// <param name="multiLabel">Whether the labels (the last axis) have an area each, which are averaged.</param>
    /// <param name="numLabels">The number of labels, if multiLabel; null to learn it from the first batch.</param>
    /// <param name="labelWeights">Factors of the labels.</param>
    /// <param name="fromLogits">Whether predictions are logits, the input of a sigmoid, instead of probabilities.</param>
    /// <exception cref="ArgumentException">An argument is none of these.</exception>
    public AUC(
        int numThresholds = 200,
        string curve = "ROC",
        string summationMethod = "interpolation",
        string? name = null,
        double[]? thresholds = null,
        bool multiLabel = false,
        int? numLabels = null,
        double[]? labelWeights = null,
        bool fromLogits = false
    )
        : base(name)
    {
        (Curve, SummationMethod, MultiLabel) = (AreaUnderCurve.Curve(curve), AreaUnderCurve.SummationMethod(summationMethod), multiLabel);
        (givenThresholds, this.numLabels, this.labelWeights, this.fromLogits) = (thresholds, numLabels, labelWeights, fromLogits);
        if (thresholds is null && numThresholds < 2)
            throw new ArgumentOutOfRangeException(nameof(numThresholds), numThresholds, "numThresholds is 2 or more");
        if (numLabels is not null && !multiLabel)
            throw new ArgumentException("numLabels has no meaning without multiLabel: true.", nameof(numLabels));
        this.thresholds = thresholds is null ? Thresholds.Even(numThresholds, K.Epsilon) : Thresholds.Between(thresholds, K.Epsilon);
        counter = new ConfusionCounter(this.thresholds) { MultiLabel = multiLabel, LabelWeights = multiLabel ? null : labelWeights };
        if (!multiLabel)
            Build(Shape.Of(this.thresholds.Count));
        else if (numLabels is { } labels)
            Build(Shape.Of(this.thresholds.Count, labels));
    }

    /// <summary><c>ROC</c>, <c>PR</c> or <c>PRGAIN</c>.</summary>
    public string Curve { get; }

    /// <summary><c>interpolation</c>, <c>minoring</c> or <c>majoring</c>.</summary>
    public string SummationMethod { get; }

    /// <summary>Whether the labels have an area each.</summary>
    public bool MultiLabel { get; }

    /// <inheritdoc/>
    public override Config GetConfig()
    {
        var config = base.GetConfig()
            .With(
                new()
                {
                    ["num_thresholds"] = thresholds.Count,
                    ["curve"] = Curve,
                    ["summation_method"] = SummationMethod,
                    ["multi_label"] = MultiLabel,
                    ["num_labels"] = numLabels,
                    ["label_weights"] = ConfigLists.Tensor(labelWeights),
                    ["from_logits"] = fromLogits,
                }
            );
        if (givenThresholds is not null)
            config["thresholds"] = thresholds.Values.Skip(1).SkipLast(1);
        return config;
    }

    private protected override ConfusionCounter Counter(Tensor yPred)
    {
        if (MultiLabel)
            Build(
                yPred.Rank == 2 && yPred.Shape[1] >= 0
                    ? Shape.Of(thresholds.Count, yPred.Shape[1])
                    : throw new ArgumentException(
                        $"AUC with multiLabel takes predictions of shape (samples, labels); got shape {yPred.Shape}."
                    )
            );
        return counter;
    }

    private protected override Tensor Prepare(Tensor yPred) => fromLogits ? Op.Sigmoid(yPred) : yPred;

    private protected override Tensor Result(ConfusionCounts counts)
    {
        var terms = AreaUnderCurve.Terms(counts, Curve, SummationMethod, thresholds.Count);
        if (!MultiLabel)
            return K.Sum(terms);
        var areas = K.Sum(terms, [0]);
        if (labelWeights is null)
            return K.Mean(areas);
        var weights = Op.Constant(
            TensorValue.From<float>(Shape.Of(labelWeights.Length), [.. labelWeights.Select(weight => (float)weight)])
        );
        return Op.DivNoNan(K.Sum(areas * weights), K.Sum(weights));
    }
}
