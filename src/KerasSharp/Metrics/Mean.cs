using NumSharp;

namespace KerasSharp.Metrics;

/// <summary>The weighted mean of values.</summary>
/// <param name="name">The name.</param>
public sealed class Mean(string name = "mean") : MeanReduction(name)
{
    /// <summary>The state after more values.</summary>
    /// <param name="values">A scalar, or values whose first axis is that of samples; those of a sample are averaged.</param>
    /// <param name="sampleWeight">How much each sample counts; null for all the same.</param>
    public IReadOnlyList<(Variable Variable, Tensor Value)> Update(Tensor values, Tensor? sampleWeight = null) =>
        UpdateMean(values, sampleWeight);

    /// <inheritdoc/>
    /// <exception cref="NotSupportedException">Always: it takes values, not targets and predictions.</exception>
    public override IReadOnlyList<(Variable Variable, Tensor Value)> Update(
        Tensor yTrue,
        Tensor yPred,
        Tensor? sampleWeight,
        Tensor? mask
    ) => throw ValueMetrics.NoTargets(this);

    /// <summary>Takes in more values.</summary>
    /// <param name="values">A scalar, or values whose first axis is that of samples; those of a sample are averaged.</param>
    /// <param name="sampleWeight">How much each sample counts; null for all the same.</param>
    public void UpdateState(NDArray values, NDArray? sampleWeight = null) =>
        RunUpdate([values, sampleWeight], inputs => UpdateMean(inputs[0]!, inputs[1]));
}
