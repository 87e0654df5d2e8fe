using KerasSharp.Losses;
using KerasSharp.Ops;
using KerasSharp.Saving;

namespace KerasSharp.Metrics;

/// <summary>The coefficient of determination: 1 for perfect predictions, 0 for those no better than the targets' mean.</summary>
public sealed class R2Score : Metric
{
    private readonly Variable numSamples;
    private Variable[] state = [];

    /// <summary>The metric.</summary>
    /// <param name="classAggregation">
    /// <c>uniform_average</c> or <c>variance_weighted_average</c> of the outputs' scores; null for a score an output.
    /// </param>
    /// <param name="numRegressors">The number of independent variables, for the adjusted score; 0 for the plain one.</param>
    /// <param name="name">The name.</param>
    public R2Score(string? classAggregation = "uniform_average", int numRegressors = 0, string name = "r2_score")
        : base(name)
    {
        if (classAggregation is not (null or "uniform_average" or "variance_weighted_average"))
            throw new ArgumentException(
                $"classAggregation is null, 'uniform_average' or 'variance_weighted_average'; got '{classAggregation}'.",
                nameof(classAggregation)
            );
        ArgumentOutOfRangeException.ThrowIfNegative(numRegressors);
        (ClassAggregation, NumRegressors) = (classAggregation, numRegressors);
        numSamples = AddVariable("num_samples", Shape.Scalar);
    }

    /// <summary>How the outputs' scores become one.</summary>
    public string? ClassAggregation { get; }

    /// <summary>The number of independent variables.</summary>
    public int NumRegressors { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<(Variable Variable, Tensor Value)> Update(
        Tensor yTrue,
        Tensor yPred,
        Tensor? sampleWeight = null,
        Tensor? mask = null
    )
    {
        var (target, output) = K.ToSameRank(Op.Cast(yTrue, DType), Op.Cast(yPred, DType));
        Build(target.Shape, output.Shape);
        var weight = LossReduction.ApplyMask(sampleWeight, mask, DType, rescale: false);
        if (weight is { Rank: 1 })
            weight = Op.ExpandDims(weight, 1);
        var weights = weight is null ? Op.OnesLike(target) : weight * Op.OnesLike(target);
        Tensor[] values = [target * target * weights, target * weights, Op.Square(target - output) * weights, weights];
        return
        [
            (numSamples, numSamples.Read() + K.CountElements(target, DType)),
            .. state.Zip(values, (variable, value) => (variable, variable.Read() + K.Sum(value, [0]))),
        ];
    }

    /// <inheritdoc/>
    public override Tensor Result(Func<Variable, Tensor> read)
    {
        if (state.Length == 0)
            throw new InvalidOperationException(
                $"The metric '{Name}' has no result before its first update, which tells it the number of outputs."
            );
        var sum = read(state[1]);
        var total = read(state[0]) - sum * (sum / read(state[3]));
        var scores = 1 - read(state[2]) / total;
        scores = Op.SelectV2(Op.IsInf(scores), Op.ZerosLike(scores), scores);
        var score = ClassAggregation switch
        {
            null => scores,
            "uniform_average" => K.Mean(scores),
            _ => K.Sum(total * scores) / K.Sum(total),
        };
        return NumRegressors == 0 ? score : Adjust(score, read(numSamples));
    }

    /// <inheritdoc/>
    public override Config GetConfig() =>
        base.GetConfig().With(new() { ["class_aggregation"] = ClassAggregation, ["num_regressors"] = NumRegressors });

    /// <summary>The adjusted score where there are samples enough, else the plain one.</summary>
    private Tensor Adjust(Tensor score, Tensor samples)
    {
        var freedom = samples - NumRegressors - 1;
        var adjusted = 1 - (1 - score) * (samples - 1) / freedom;
        return Op.SelectV2(Op.Greater(freedom, Op.Constant(0, DType)), adjusted, score);
    }

    private void Build(Shape yTrue, Shape yPred)
    {
        if (yTrue.Rank != 2 || yPred.Rank != 2 || yPred[1] < 0)
            throw new ArgumentException(
                $"R2Score takes targets and predictions of shape (samples, outputs); got shapes {yTrue} and {yPred}."
            );
        if (state.Length == 0)
            state = [.. new[] { "squared_sum", "sum", "residual", "count" }.Select(name => AddVariable(name, Shape.Of(yPred[1])))];
    }
}
