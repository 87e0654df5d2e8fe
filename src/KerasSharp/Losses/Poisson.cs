using KerasSharp.Ops;

namespace KerasSharp.Losses;

/// <summary>The mean of prediction − target · log(prediction + 1e-7) over the last axis.</summary>
/// <param name="reduction">How the samples' losses become one number; see <see cref="Loss"/>.</param>
/// <param name="name">The name.</param>
public sealed class Poisson(string? reduction = "sum_over_batch_size", string name = "poisson") : FunctionLoss(reduction, name)
{
    internal override Tensor Function(Tensor yTrue, Tensor yPred) => K.Mean(yPred - Like(yTrue, yPred) * Op.Log(yPred + K.Epsilon), [-1]);
}
