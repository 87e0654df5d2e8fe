using KerasSharp.Ops;

namespace KerasSharp.Losses;

/// <summary>The mean of max(1 − target · prediction, 0) over the last axis; targets that are all 0 or 1 become −1 or 1.</summary>
/// <param name="reduction">How the samples' losses become one number; see <see cref="Loss"/>.</param>
/// <param name="name">The name.</param>
public sealed class Hinge(string? reduction = "sum_over_batch_size", string name = "hinge") : FunctionLoss(reduction, name)
{
    internal override Tensor Function(Tensor yTrue, Tensor yPred) => K.Mean(HingeLabels.Shortfall(Like(yTrue, yPred), yPred), [-1]);
}
