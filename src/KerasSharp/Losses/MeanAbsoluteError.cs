using KerasSharp.Ops;

namespace KerasSharp.Losses;

/// <summary>The mean of |target − prediction| over the last axis.</summary>
/// <param name="reduction">How the samples' losses become one number; see <see cref="Loss"/>.</param>
/// <param name="name">The name.</param>
public sealed class MeanAbsoluteError(string? reduction = "sum_over_batch_size", string name = "mean_absolute_error")
    : FunctionLoss(reduction, name)
{
    internal override Tensor Function(Tensor yTrue, Tensor yPred)
    {
        var (target, output) = Match(yTrue, yPred);
        return K.Mean(Op.Abs(target - output), [-1]);
    }
}
