using KerasSharp.Saving;

namespace KerasSharp.Metrics;

/// <summary>Intersection over union, averaged over some of the classes.</summary>
/// <param name="numClasses">The number of classes.</param>
/// <param name="targetClassIds">The classes that are averaged over.</param>
/// <param name="ignoreClass">A target class whose elements do not count; null for none.</param>
/// <param name="sparseYTrue">Whether targets are class numbers rather than one-hot.</param>
/// <param name="sparseYPred">Whether predictions are class numbers rather than scores.</param>
/// <param name="axis">The axis of classes, of one-hot targets and of scores.</param>
/// <param name="name">The name; null for an automatic one.</param>
/// <param name="dtype">The type of the state; a float type for sample weights that are no integers.</param>
public sealed class IoU(
    int numClasses,
    int[] targetClassIds,
    int? ignoreClass = null,
    bool sparseYTrue = true,
    bool sparseYPred = true,
    int axis = -1,
    string? name = null,
    DType dtype = DType.Int64
) : IoUBase(numClasses, targetClassIds, name, dtype, ignoreClass, sparseYTrue, sparseYPred, axis)
{
    /// <inheritdoc/>
    public override Config GetConfig() =>
        base.GetConfig().With(Arguments("num_classes", "target_class_ids", "ignore_class", "sparse_y_true", "sparse_y_pred", "axis"));
}
