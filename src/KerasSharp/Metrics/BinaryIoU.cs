using KerasSharp.Ops;
using KerasSharp.Saving;

namespace KerasSharp.Metrics;

/// <summary>Intersection over union of yes-or-no targets and probabilities, averaged over both classes or for one.</summary>
/// <param name="targetClassIds">The classes that are averaged over; null for both.</param>
/// <param name="threshold">From it on a prediction counts as 1.</param>
/// <param name="name">The name; null for an automatic one.</param>
/// <param name="dtype">The type of the state; a float type for sample weights that are no integers.</param>
public sealed class BinaryIoU(int[]? targetClassIds = null, double threshold = 0.5, string? name = null, DType dtype = DType.Int64)
    : IoUBase(2, targetClassIds ?? [0, 1], name, dtype, null, true, true, -1)
{
    /// <inheritdoc/>
    public override Config GetConfig() => base.GetConfig().With(new() { ["target_class_ids"] = TargetClassIds, ["threshold"] = threshold });

    private protected override Tensor Prepare(Tensor yPred) =>
        Op.GreaterEqual(Op.Cast(yPred, DType.Float32), Op.Constant(threshold, DType.Float32));
}
