using KerasSharp.Ops;

namespace KerasSharp.Gradients;

/// <summary>Gradients of Conv3D and of its gradients: each is linear in both its factors, so they are one another's.</summary>
internal static class Conv3DGradient
{
    public static IReadOnlyList<Tensor?> Conv3D(GradientContext context)
    {
        var (strides, padding, format, dilations) = Geometry(context);
        var (input, filter, gradient) = (context.Input(0), context.Input(1), context.Gradient());
        return
        [
            Op.Conv3DBackpropInputV2(Op.ShapeOf(input), filter, gradient, strides, padding, format, dilations),
            Op.Conv3DBackpropFilterV2(input, Op.ShapeOf(filter), gradient, strides, padding, format, dilations),
        ];
    }

    public static IReadOnlyList<Tensor?> Conv3DBackpropInputV2(GradientContext context)
    {
        var (strides, padding, format, dilations) = Geometry(context);
        var (filter, outBackprop, gradient) = (context.Input(1), context.Input(2), context.Gradient());
        return
        [
            null,
            Op.Conv3DBackpropFilterV2(gradient, Op.ShapeOf(filter), outBackprop, strides, padding, format, dilations),
            Op.Conv3D(gradient, filter, strides, padding, format, dilations),
        ];
    }

    public static IReadOnlyList<Tensor?> Conv3DBackpropFilterV2(GradientContext context)
    {
        var (strides, padding, format, dilations) = Geometry(context);
        var (input, outBackprop, gradient) = (context.Input(0), context.Input(2), context.Gradient());
        return
        [
            Op.Conv3DBackpropInputV2(Op.ShapeOf(input), gradient, outBackprop, strides, padding, format, dilations),
            null,
            Op.Conv3D(input, gradient, strides, padding, format, dilations),
        ];
    }

    private static (long[] Strides, string Padding, string Format, long[] Dilations) Geometry(GradientContext context) =>
        (
            context.Attr<long[]>("strides"),
            context.Attr<string>("padding"),
            context.Attr<string>("data_format"),
            context.Attr<long[]>("dilations")
        );
}
