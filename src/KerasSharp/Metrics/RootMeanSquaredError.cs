using KerasSharp.Losses;
using KerasSharp.Ops;

namespace KerasSharp.Metrics;

/// <summary>The square root of the mean of (target − prediction)².</summary>
/// <param name="name">The name.</param>
public sealed class RootMeanSquaredError(string name = "root_mean_squared_error") : MeanReduction(name)
{
    /// <inheritdoc/>
    public override IReadOnlyList<(Variable Variable, Tensor Value)> Update(
        Tensor yTrue,
        Tensor yPred,
        Tensor? sampleWeight = null,
        Tensor? mask = null
    )
    {
        var (target, output) = K.ToSameRank(Op.Cast(yTrue, DType), Op.Cast(yPred, DType));
        return UpdateMean(Op.Square(output - target), LossReduction.ApplyMask(sampleWeight, mask, DType, rescale: false));
    }

    /// <inheritdoc/>
    public override Tensor Result(Func<Variable, Tensor> read) => Op.Sqrt(base.Result(read));
}
