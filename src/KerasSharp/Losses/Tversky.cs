using KerasSharp.Ops;
using KerasSharp.Saving;

namespace KerasSharp.Losses;

/// <summary>1 − hits / (hits + alpha · misses + beta · false alarms): Dice where both factors are 0.5.</summary>
/// <param name="alpha">The factor of target elements that are not predicted.</param>
/// <param name="beta">The factor of predicted elements that are not targets.</param>
/// <param name="axis">The axes summed over; null for all, which gives one number.</param>
/// <param name="reduction">How the samples' losses become one number; see <see cref="Loss"/>.</param>
/// <param name="name">The name.</param>
public sealed class Tversky(
    double alpha = 0.5,
    double beta = 0.5,
    int[]? axis = null,
    string? reduction = "sum_over_batch_size",
    string name = "tversky"
) : FunctionLoss(reduction, name)
{
    /// <summary>The factor of target elements that are not predicted.</summary>
    public double Alpha { get; } = alpha;

    /// <summary>The factor of predicted elements that are not targets.</summary>
    public double Beta { get; } = beta;

    /// <summary>The axes summed over; null for all, which gives one number.</summary>
    public int[]? Axis { get; } = axis;

    /// <inheritdoc/>
    public override Config GetConfig() =>
        base.GetConfig()
            .With(
                new()
                {
                    ["alpha"] = Alpha,
                    ["beta"] = Beta,
                    ["axis"] = Axis is [var only] ? only : Axis,
                }
            );

    internal override Tensor Function(Tensor yTrue, Tensor yPred)
    {
        var target = Like(yTrue, yPred);
        var hits = K.Sum(target * yPred, Axis);
        var misses = K.Sum((1 - yPred) * target, Axis);
        var alarms = K.Sum(yPred * (1 - target), Axis);
        return 1 - hits / (hits + misses * Alpha + alarms * Beta + K.Epsilon);
    }
}
