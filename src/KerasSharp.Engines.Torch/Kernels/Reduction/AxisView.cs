using KerasSharp.Ops;

namespace KerasSharp.Engines.Torch.Kernels.Reduction;

/// <summary>A dense tensor seen as [outer, length, inner] around one axis.</summary>
internal readonly record struct AxisView(long Outer, long Length, long Inner)
{
    /// <summary>The view of a shape around an axis, which may be negative.</summary>
    public static AxisView Of(Shape shape, long axisValue)
    {
        int axis = ShapeRules.Axis(axisValue, shape.Rank);
        return new AxisView(shape.Slice(0, axis).Size, shape[axis], shape.Slice(axis + 1).Size);
    }
}
