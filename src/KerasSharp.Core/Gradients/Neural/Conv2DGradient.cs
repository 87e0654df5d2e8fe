using KerasSharp.Ops;

namespace KerasSharp.Gradients;

/// <summary>Gradients of Conv2D and of its gradients: each is linear in both its factors, so they are one another's.</summary>
internal static class Conv2DGradient
{
    public static IReadOnlyList<Tensor?> Conv2D(GradientContext context)
    {
        var (strides, padding, explicitPaddings, format, dilations) = Geometry(context);
        var (input, filter, gradient) = (context.Input(0), context.Input(1), context.Gradient());
        return
        [
            Op.Conv2DBackpropInput(Op.ShapeOf(input), filter, gradient, strides, padding, explicitPaddings, format, dilations),
            Op.Conv2DBackpropFilter(input, Op.ShapeOf(filter), gradient, strides, padding, explicitPaddings, format, dilations),
        ];
    }

    public static IReadOnlyList<Tensor?> Conv2DBackpropInput(GradientContext context)
    {
        var (strides, padding, explicitPaddings, format, dilations) = Geometry(context);
        var (filter, outBackprop, gradient) = (context.Input(1), context.Input(2), context.Gradient());
        return
        [
            null,
            Op.Conv2DBackpropFilter(gradient, Op.ShapeOf(filter), outBackprop, strides, padding, explicitPaddings, format, dilations),
            Op.Conv2D(gradient, filter, strides, padding, explicitPaddings, format, dilations),
        ];
    }

    public static IReadOnlyList<Tensor?> Conv2DBackpropFilter(GradientContext context)
    {
        var (strides, padding, explicitPaddings, format, dilations) = Geometry(context);
        var (input, outBackprop, gradient) = (context.Input(0), context.Input(2), context.Gradient());
        return
        [
            Op.Conv2DBackpropInput(Op.ShapeOf(input), gradient, outBackprop, strides, padding, explicitPaddings, format, dilations),
            null,
            Op.Conv2D(input, gradient, strides, padding, explicitPaddings, format, dilations),
        ];
    }

    private static (long[] Strides, string Padding, long[] ExplicitPaddings, string Format, long[] Dilations) Geometry(
        GradientContext context
    ) =>
        (
            context.Attr<long[]>("strides"),
            context.Attr<string>("padding"),
            context.Attr<long[]>("explicit_paddings"),
            context.Attr<string>("data_format"),
            context.Attr<long[]>("dilations")
        );
}
