using KerasSharp.Ops;

namespace KerasSharp.Losses;

/// <summary>The mean of log(cosh(prediction − target)) over the last axis.</summary>
/// <param name="reduction">How the samples' losses become one number; see <see cref="Loss"/>.</param>
/// <param name="name">The name.</param>
public sealed class LogCosh(string? reduction = "sum_over_batch_size", string name = "log_cosh") : FunctionLoss(reduction, name)
{
    internal override Tensor Function(Tensor yTrue, Tensor yPred)
    {
        var (target, output) = Match(yTrue, yPred);
        var error = output - target;
        return K.Mean(error + Op.Softplus(error * -2) - Math.Log(2), [-1]);
    }
}
