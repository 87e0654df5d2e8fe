using KerasSharp.Ops;
using KerasSharp.Saving;

namespace KerasSharp.Losses;

/// <summary>The mean over the last axis of error² / 2 up to delta, and beyond it of the straight line that continues it.</summary>
/// <param name="delta">Where the straight line begins.</param>
/// <param name="reduction">How the samples' losses become one number; see <see cref="Loss"/>.</param>
/// <param name="name">The name.</param>
public sealed class Huber(double delta = 1, string? reduction = "sum_over_batch_size", string name = "huber_loss")
    : FunctionLoss(reduction, name)
{
    /// <summary>Where the straight line begins.</summary>
    public double Delta { get; } = delta;

    /// <inheritdoc/>
    public override Config GetConfig() => base.GetConfig().With(new() { ["delta"] = Delta });

    internal override Tensor Function(Tensor yTrue, Tensor yPred)
    {
        var (target, output) = Match(yTrue, yPred);
        var error = output - target;
        var size = Op.Abs(error);
        var near = Op.LessEqual(size, Op.Constant(Delta, output.DType));
        return K.Mean(Op.SelectV2(near, 0.5 * Op.Square(error), Delta * size - 0.5 * Delta * Delta), [-1]);
    }
}
