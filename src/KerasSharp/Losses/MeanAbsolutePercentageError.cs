using KerasSharp.Ops;

namespace KerasSharp.Losses;

/// <summary>100 times the mean of |target − prediction| / |target| over the last axis, |target| being taken as at least 1e-7.</summary>
/// <param name="reduction">How the samples' losses become one number; see <see cref="Loss"/>.</param>
/// <param name="name">The name.</param>
public sealed class MeanAbsolutePercentageError(string? reduction = "sum_over_batch_size", string name = "mean_absolute_percentage_error")
    : FunctionLoss(reduction, name)
{
    internal override Tensor Function(Tensor yTrue, Tensor yPred)
    {
        var (target, output) = Match(yTrue, yPred);
        var scale = Op.Maximum(Op.Abs(target), Op.Constant(K.Epsilon, output.DType));
        return 100 * K.Mean(Op.Abs((target - output) / scale), [-1]);
    }
}
