using KerasSharp.Ops;

namespace KerasSharp.Losses;

/// <summary>The mean of (log(prediction + 1) − log(target + 1))² over the last axis, both being taken as at least 1e-7.</summary>
/// <param name="reduction">How the samples' losses become one number; see <see cref="Loss"/>.</param>
/// <param name="name">The name.</param>
public sealed class MeanSquaredLogarithmicError(string? reduction = "sum_over_batch_size", string name = "mean_squared_logarithmic_error")
    : FunctionLoss(reduction, name)
{
    internal override Tensor Function(Tensor yTrue, Tensor yPred)
    {
        var (target, output) = Match(yTrue, yPred);
        var epsilon = Op.Constant(K.Epsilon, output.DType);
        return K.Mean(Op.Square(Op.Log(Op.Maximum(output, epsilon) + 1) - Op.Log(Op.Maximum(target, epsilon) + 1)), [-1]);
    }
}
