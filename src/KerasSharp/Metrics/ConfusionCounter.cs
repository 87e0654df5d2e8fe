using KerasSharp.Losses;
using KerasSharp.Ops;

namespace KerasSharp.Metrics;

/// <summary>Counts right and wrong predictions at thresholds, as Keras does, including which side a prediction equal to a threshold is on.</summary>
internal sealed class ConfusionCounter(Thresholds thresholds)
{
    /// <summary>Only the largest predictions of a sample can be positive; null for all.</summary>
    public int? TopK { get; init; }

    /// <summary>The only class looked at; null for all.</summary>
    public int? ClassId { get; init; }

    /// <summary>Whether the labels (the last axis) are counted each on its own.</summary>
    public bool MultiLabel { get; init; }

    /// <summary>Factors of the labels; null for none.</summary>
    public double[]? LabelWeights { get; init; }

    /// <summary>The counts of a batch, float32.</summary>
    public ConfusionCounts Count(Tensor yTrue, Tensor yPred, Tensor? sampleWeight, Tensor? mask)
    {
        var (output, target) = K.ToSameRank(Op.Cast(yPred, DType.Float32), Op.Cast(yTrue, DType.Float32));
        var weight = LossReduction.ApplyMask(sampleWeight, mask, DType.Float32, rescale: false);
        if (weight is not null)
            weight = K.ToSameRank(target, Op.ExpandDims(weight, -1), expandVectors: false).B;
        if (TopK is { } k)
            output = OnlyTop(output, k);
        if (ClassId is { } id)
            (target, output) = (OnlyClass(target, id), OnlyClass(output, id));
        var weights = Weights(output, weight);
        target = Op.Cast(Op.Cast(target, DType.Bool), DType.Float32);
        if (!MultiLabel)
            (target, output, weights) = (Column(target), Column(output), Column(weights));
        return thresholds.IsEven ? CountEven(target, output, weights) : CountEach(target, output, weights);
    }

    private Tensor Weights(Tensor output, Tensor? sampleWeight)
    {
        var weights = Op.OnesLike(output);
        if (sampleWeight is not null)
            weights *= sampleWeight;
        return LabelWeights is null
            ? weights
            : weights * Op.Constant(TensorValue.From<float>(Shape.Of(LabelWeights.Length), Singles(LabelWeights)));
    }

    /// <summary>Every threshold compared with every prediction.</summary>
    private ConfusionCounts CountEach(Tensor target, Tensor output, Tensor weights)
    {
        var limits = Op.Constant(TensorValue.From<float>(Shape.Of(thresholds.Count, 1, 1), Singles(thresholds.Values)));
        var positive = Op.Cast(Op.Greater(Op.ExpandDims(output, 0), limits), DType.Float32);
        var isTrue = Op.ExpandDims(target * weights, 0);
        var isFalse = Op.ExpandDims((1 - target) * weights, 0);
        return new ConfusionCounts(
            Total(isTrue * positive),
            Total(isFalse * positive),
            Total(isFalse * (1 - positive)),
            Total(isTrue * (1 - positive))
        );
    }

    /// <summary>Predictions put into the intervals between thresholds, which are then summed from above.</summary>
    private ConfusionCounts CountEven(Tensor target, Tensor output, Tensor weights)
    {
        var buckets = Op.Ceil(K.Clip(output, 0, 1) * (thresholds.Count - 1)) - 1;
        var bucket = Op.Cast(thresholds.HasEpsilon ? Op.Relu(buckets) : buckets, DType.Int32);
        var truePositives = FromAbove(target * weights, bucket);
        var falsePositives = FromAbove((1 - target) * weights, bucket);
        return new ConfusionCounts(
            Flat(truePositives),
            Flat(falsePositives),
            Flat(K.Sum((1 - target) * weights, [0]) - falsePositives),
            Flat(K.Sum(target * weights, [0]) - truePositives)
        );
    }

    /// <summary>For each threshold (rows) and label (columns), the sum of values in buckets at or above it.</summary>
    private Tensor FromAbove(Tensor values, Tensor bucket)
    {
        var labels = K.Dimension(values, -1);
        var segment = bucket * labels + Op.Range(Op.Int(0), labels, Op.Int(1));
        var outside = Op.Less(bucket, Op.Int(0));
        segment = Op.SelectV2(outside, Op.Int(-1), segment);
        var sums = Op.UnsortedSegmentSum(values, segment, labels * thresholds.Count);
        var table = Op.Reshape(sums, Op.Pack([Op.Int(thresholds.Count), labels]));
        return Op.Cumsum(table, Op.Int(0), reverse: true);
    }

    private Tensor Total(Tensor values) => Flat(K.Sum(values, [1]));

    private Tensor Flat(Tensor table) => MultiLabel ? table : Op.Reshape(table, thresholds.Count);

    private static Tensor Column(Tensor x) => Op.Reshape(x, -1, 1);

    private static Tensor OnlyTop(Tensor output, int k)
    {
        var classes = K.Dimension(output, -1);
        var one = Op.Constant(1, output.DType);
        var zero = Op.Constant(0, output.DType);
        var top = K.Sum(Op.OneHot(Op.TopKV2(output, Op.Int(k)).Indices, classes, one, zero), [-2]);
        return output * top + Thresholds.NegativeInfinity * (1 - top);
    }

    private static Tensor OnlyClass(Tensor x, int id) =>
        x.Rank > 1
            ? Op.GatherV2(x, Op.Ints(id), axis: x.Rank - 1)
            : throw new ArgumentException($"classId picks one class of predictions of shape (samples, classes); got shape {x.Shape}.");

    private static float[] Singles(IEnumerable<double> values) => [.. values.Select(value => (float)value)];
}
