using KerasSharp.Ops;

namespace KerasSharp.Losses;

/// <summary>The sum of target · log(target / prediction) over the last axis, both clipped to [1e-7, 1].</summary>
/// <param name="reduction">How the samples' losses become one number; see <see cref="Loss"/>.</param>
/// <param name="name">The name.</param>
public sealed class KLDivergence(string? reduction = "sum_over_batch_size", string name = "kl_divergence") : FunctionLoss(reduction, name)
{
    internal override Tensor Function(Tensor yTrue, Tensor yPred)
    {
        var target = Like(yTrue, yPred);
        target = K.Clip(target, K.Epsilon, 1);
        return K.Sum(target * Op.Log(target / K.Clip(yPred, K.Epsilon, 1)), [-1]);
    }
}
