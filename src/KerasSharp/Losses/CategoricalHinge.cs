using KerasSharp.Ops;

namespace KerasSharp.Losses;

/// <summary>max(neg − pos + 1, 0): pos is the prediction of the target class, neg the largest other one.</summary>
/// <param name="reduction">How the samples' losses become one number; see <see cref="Loss"/>.</param>
/// <param name="name">The name.</param>
public sealed class CategoricalHinge(string? reduction = "sum_over_batch_size", string name = "categorical_hinge")
    : FunctionLoss(reduction, name)
{
    internal override Tensor Function(Tensor yTrue, Tensor yPred)
    {
        var target = Like(yTrue, yPred);
        var positive = K.Sum(target * yPred, [-1]);
        var negative = K.Max((1 - target) * yPred, [-1]);
        return Op.Maximum(negative - positive + 1, Op.Constant(0, yPred.DType));
    }
}
