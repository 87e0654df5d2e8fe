using KerasSharp.Saving;

namespace KerasSharp.Metrics;

/// <summary>Intersection over union of one-hot targets, averaged over all classes.</summary>
/// <param name="numClasses">The number of classes.</param>
/// <param name="ignoreClass">A target class whose elements do not count; null for none.</param>
/// <param name="sparseYPred">Whether predictions are class numbers rather than scores.</param>
/// <param name="axis">The axis of classes, of one-hot targets and of scores.</param>
/// <param name="name">The name; null for an automatic one.</param>
/// <param name="dtype">The type of the state; a float type for sample weights that are no integers.</param>
public sealed class OneHotMeanIoU(
    int numClasses,
    int? ignoreClass = null,
    bool sparseYPred = false,
    int axis = -1,
    string? name = null,
    DType dtype = DType.Int64
) : IoUBase(numClasses, [.. Enumerable.Range(0, numClasses)], name, dtype, ignoreClass, false, sparseYPred, axis)
{
    /// <inheritdoc/>
    public override Config GetConfig() => base.GetConfig().With(Arguments("num_classes", "ignore_class", "sparse_y_pred", "axis"));
}
