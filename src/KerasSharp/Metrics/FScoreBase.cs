using KerasSharp.Losses;
using KerasSharp.Ops;
using KerasSharp.Saving;

namespace KerasSharp.Metrics;

/// <summary>The weighted harmonic mean of precision and recall, class by class.</summary>
public abstract class FScoreBase : Metric
{
    private readonly double beta;
    private Variable[] state = [];

    private protected FScoreBase(string? average, double beta, double? threshold, string name)
        : base(name)
    {
        if (average is not (null or "micro" or "macro" or "weighted"))
            throw new ArgumentException($"average is null, 'micro', 'macro' or 'weighted'; got '{average}'.", nameof(average));
        if (!(beta > 0))
            throw new ArgumentOutOfRangeException(nameof(beta), beta, "beta is above 0");
        if (threshold is not (null or (> 0 and <= 1)))
            throw new ArgumentOutOfRangeException(nameof(threshold), threshold, "a threshold is above 0 and at most 1");
        (Average, this.beta, Threshold) = (average, beta, threshold);
    }

    /// <summary>null for a result a class; <c>micro</c>, <c>macro</c> or <c>weighted</c> for one result.</summary>
    public string? Average { get; }

    /// <summary>Above it a prediction counts as 1; null where the largest of a sample does.</summary>
    public double? Threshold { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<(Variable Variable, Tensor Value)> Update(
        Tensor yTrue,
        Tensor yPred,
        Tensor? sampleWeight = null,
        Tensor? mask = null
    )
    {
        Build(yTrue.Shape, yPred.Shape);
        var target = Op.Cast(yTrue, DType);
        var chosen = Op.Cast(Chosen(Op.Cast(yPred, DType)), DType);
        var weight = LossReduction.ApplyMask(sampleWeight, mask, DType, rescale: false);
        Tensor[] values = [chosen * target, chosen * (1 - target), (1 - chosen) * target, target];
        return [.. state.Zip(values, (variable, value) => (variable, variable.Read() + Total(value, weight)))];
    }

    /// <inheritdoc/>
    public override Tensor Result(Func<Variable, Tensor> read)
    {
        if (state.Length == 0)
            throw new InvalidOperationException(
                $"The metric '{Name}' has no result before its first update, which tells it the number of classes."
            );
        var hits = read(state[0]);
        var precision = hits / (hits + read(state[1]) + K.Epsilon);
        var recall = hits / (hits + read(state[2]) + K.Epsilon);
        var score = precision * recall / (beta * beta * precision + recall + K.Epsilon) * (1 + beta * beta);
        return Average switch
        {
            null => score,
            "weighted" => K.Sum(score * (read(state[3]) / (K.Sum(read(state[3])) + K.Epsilon))),
            _ => K.Mean(score),
        };
    }

    /// <inheritdoc/>
    public override Config GetConfig() => base.GetConfig().With(new() { ["average"] = Average, ["threshold"] = Threshold });

    private Tensor Chosen(Tensor output)
    {
        if (Threshold is { } threshold)
            return Op.Greater(output, Op.Constant(threshold, DType));
        var largest = Op.GreaterEqual(output, K.Max(output, [-1], keepDims: true));
        return Op.LogicalAnd(largest, Op.Greater(Op.Abs(output), Op.Constant(1e-9, DType)));
    }

    private Tensor Total(Tensor value, Tensor? weight)
    {
        if (weight is not null)
            value *= Op.ExpandDims(weight, 1);
        return Average == "micro" ? K.Sum(value) : K.Sum(value, [0]);
    }

    private void Build(Shape yTrue, Shape yPred)
    {
        if (yTrue.Rank != 2 || yPred.Rank != 2 || yPred[1] < 0)
            throw new ArgumentException(
                $"{ClassName} takes targets and predictions of shape (samples, classes); got shapes {yTrue} and {yPred}."
            );
        var shape = Average == "micro" ? Shape.Scalar : Shape.Of(yPred[1]);
        if (state.Length == 0)
            state =
            [
                .. new[] { "true_positives", "false_positives", "false_negatives", "intermediate_weights" }.Select(name =>
                    AddVariable(name, shape)
                ),
            ];
    }
}
