using KerasSharp.Ops;

namespace KerasSharp.Gradients;

/// <summary>Gradients of pooling over volumes and of its gradients.</summary>
internal static class Pool3DGradient
{
    public static IReadOnlyList<Tensor?> MaxPool3D(GradientContext context)
    {
        var (ksize, strides, padding, format) = PoolGeometry.Of(context);
        return [Op.MaxPool3DGrad(context.Input(0), context.Output(), context.Gradient(), ksize, strides, padding, format)];
    }

    public static IReadOnlyList<Tensor?> MaxPool3DGrad(GradientContext context)
    {
        var (ksize, strides, padding, format) = PoolGeometry.Of(context);
        return [null, null, Op.MaxPool3DGradGrad(context.Input(0), context.Input(1), context.Gradient(), ksize, strides, padding, format)];
    }

    public static IReadOnlyList<Tensor?> MaxPool3DGradGrad(GradientContext context)
    {
        var (ksize, strides, padding, format) = PoolGeometry.Of(context);
        return [null, null, Op.MaxPool3DGrad(context.Input(0), context.Input(1), context.Gradient(), ksize, strides, padding, format)];
    }

    public static IReadOnlyList<Tensor?> AvgPool3D(GradientContext context)
    {
        var (ksize, strides, padding, format) = PoolGeometry.Of(context);
        return [Op.AvgPool3DGrad(Op.ShapeOf(context.Input(0)), context.Gradient(), ksize, strides, padding, format)];
    }

    public static IReadOnlyList<Tensor?> AvgPool3DGrad(GradientContext context)
    {
        var (ksize, strides, padding, format) = PoolGeometry.Of(context);
        return [null, Op.AvgPool3D(context.Gradient(), ksize, strides, padding, format)];
    }
}
