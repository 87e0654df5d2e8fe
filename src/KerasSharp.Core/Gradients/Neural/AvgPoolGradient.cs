using KerasSharp.Ops;

namespace KerasSharp.Gradients;

/// <summary>Gradients of AvgPool and of its gradient, which is linear.</summary>
internal static class AvgPoolGradient
{
    public static IReadOnlyList<Tensor?> AvgPool(GradientContext context)
    {
        var (ksize, strides, padding, format) = PoolGeometry.Of(context);
        return [Op.AvgPoolGrad(Op.ShapeOf(context.Input(0)), context.Gradient(), ksize, strides, padding, format)];
    }

    public static IReadOnlyList<Tensor?> AvgPoolGrad(GradientContext context)
    {
        var (ksize, strides, padding, format) = PoolGeometry.Of(context);
        return [null, Op.AvgPool(context.Gradient(), ksize, strides, padding, format)];
    }
}
