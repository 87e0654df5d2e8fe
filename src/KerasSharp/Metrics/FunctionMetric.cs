using KerasSharp.Losses;

namespace KerasSharp.Metrics;

/// <summary>The mean over samples of a function of targets and predictions.</summary>
public abstract class FunctionMetric : MeanReduction
{
    private protected FunctionMetric(string? name)
        : base(name) { }

    /// <inheritdoc/>
    public sealed override IReadOnlyList<(Variable Variable, Tensor Value)> Update(
        Tensor yTrue,
        Tensor yPred,
        Tensor? sampleWeight = null,
        Tensor? mask = null
    )
    {
        var weight = LossReduction.ApplyMask(sampleWeight, mask, DType, rescale: false);
        if (weight is not null && Counts(yTrue, yPred) is { } counts)
            weight = LossReduction.ApplyMask(weight, counts, DType, rescale: false);
        return UpdateMean(Function(yTrue, yPred), weight);
    }

    /// <summary>The values of samples.</summary>
    private protected abstract Tensor Function(Tensor yTrue, Tensor yPred);

    /// <summary>True for the values that count; null where all do. As in Keras it acts only together with weights or a mask.</summary>
    private protected virtual Tensor? Counts(Tensor yTrue, Tensor yPred) => null;
}
