using KerasSharp.Ops;

namespace KerasSharp.Metrics;

/// <summary>A metric that is the weighted mean of one value a sample.</summary>
public abstract class MeanReduction : Metric
{
    private readonly Variable total;
    private readonly Variable count;

    private protected MeanReduction(string? name)
        : base(name)
    {
        total = AddVariable("total", Shape.Scalar);
        count = AddVariable("count", Shape.Scalar);
    }

    /// <inheritdoc/>
    public override Tensor Result(Func<Variable, Tensor> read) => Op.DivNoNan(read(total), read(count));

    /// <summary>The state after more values.</summary>
    private protected IReadOnlyList<(Variable Variable, Tensor Value)> UpdateMean(Tensor values, Tensor? sampleWeight)
    {
        var (samples, weight) = SampleValues.Reduce(values, sampleWeight, mean: true, DType);
        var number =
            weight is not null ? K.Sum(weight)
            : samples.Rank >= 1 ? Op.Cast(K.Dimension(samples, 0), DType)
            : Op.Constant(1, DType);
        return [(total, total.Read() + K.Sum(samples)), (count, count.Read() + number)];
    }
}
