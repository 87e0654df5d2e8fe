using KerasSharp.Ops;
using KerasSharp.Saving;

namespace KerasSharp.Losses;

/// <summary>1 − 2 · Σ target · prediction / (Σ target + Σ prediction): 0 for masks that agree.</summary>
/// <param name="axis">The axes summed over; null for all, which gives one number.</param>
/// <param name="reduction">How the samples' losses become one number; see <see cref="Loss"/>.</param>
/// <param name="name">The name.</param>
public sealed class Dice(int[]? axis = null, string? reduction = "sum_over_batch_size", string name = "dice")
    : FunctionLoss(reduction, name)
{
    /// <summary>The axes summed over; null for all, which gives one number.</summary>
    public int[]? Axis { get; } = axis;

    /// <inheritdoc/>
    public override Config GetConfig() => base.GetConfig().With(new() { ["axis"] = Axis is [var only] ? only : Axis });

    internal override Tensor Function(Tensor yTrue, Tensor yPred)
    {
        var target = Like(yTrue, yPred);
        var overlap = K.Sum(target * yPred, Axis);
        return 1 - 2 * overlap / (K.Sum(target, Axis) + K.Sum(yPred, Axis) + K.Epsilon);
    }
}
