using NumSharp;

namespace KerasSharp.Metrics;

/// <summary>The weighted sum of values.</summary>
public sealed class Sum : Metric
{
    private readonly Variable total;

    /// <summary>A sum.</summary>
    /// <param name="name">The name.</param>
    public Sum(string name = "sum")
        : base(name) => total = AddVariable("total", Shape.Scalar);

    /// <summary>The state after more values.</summary>
    /// <param name="values">A scalar, or values whose first axis is that of samples.</param>
    /// <param name="sampleWeight">How much each sample counts; null for all the same.</param>
    public IReadOnlyList<(Variable Variable, Tensor Value)> Update(Tensor values, Tensor? sampleWeight = null) =>
        [(total, total.Read() + K.Sum(SampleValues.Reduce(values, sampleWeight, mean: false, DType).Values))];

    /// <inheritdoc/>
    /// <exception cref="NotSupportedException">Always: it takes values, not targets and predictions.</exception>
    public override IReadOnlyList<(Variable Variable, Tensor Value)> Update(
        Tensor yTrue,
        Tensor yPred,
        Tensor? sampleWeight,
        Tensor? mask
    ) => throw ValueMetrics.NoTargets(this);

    /// <summary>Takes in more values.</summary>
    /// <param name="values">A scalar, or values whose first axis is that of samples.</param>
    /// <param name="sampleWeight">How much each sample counts; null for all the same.</param>
    public void UpdateState(NDArray values, NDArray? sampleWeight = null) =>
        RunUpdate([values, sampleWeight], inputs => Update(inputs[0]!, inputs[1]));

    /// <inheritdoc/>
    public override Tensor Result(Func<Variable, Tensor> read) => read(total);
}
