using KerasSharp.Ops;

namespace KerasSharp.Gradients;

/// <summary>Gradients of DepthwiseConv2dNative and of its gradients: each is linear in both its factors, so they are one another's.</summary>
internal static class DepthwiseConv2dNativeGradient
{
    public static IReadOnlyList<Tensor?> DepthwiseConv2dNative(GradientContext context)
    {
        var (strides, padding, explicitPaddings, format, dilations) = Geometry(context);
        var (input, filter, gradient) = (context.Input(0), context.Input(1), context.Gradient());
        return
        [
            Op.DepthwiseConv2dNativeBackpropInput(
                Op.ShapeOf(input),
                filter,
                gradient,
                strides,
                padding,
                explicitPaddings,
                format,
                dilations
            ),
            Op.DepthwiseConv2dNativeBackpropFilter(
                input,
                Op.ShapeOf(filter),
                gradient,
                strides,
                padding,
                explicitPaddings,
                format,
                dilations
            ),
        ];
    }

    public static IReadOnlyList<Tensor?> BackpropInput(GradientContext context)
    {
        var (strides, padding, explicitPaddings, format, dilations) = Geometry(context);
        var (filter, outBackprop, gradient) = (context.Input(1), context.Input(2), context.Gradient());
        return
        [
            null,
            Op.DepthwiseConv2dNativeBackpropFilter(
                gradient,
                Op.ShapeOf(filter),
                outBackprop,
                strides,
                padding,
                explicitPaddings,
                format,
                dilations
            ),
            Op.DepthwiseConv2dNative(gradient, filter, strides, padding, explicitPaddings, format, dilations),
        ];
    }

    public static IReadOnlyList<Tensor?> BackpropFilter(GradientContext context)
    {
        var (strides, padding, explicitPaddings, format, dilations) = Geometry(context);
        var (input, outBackprop, gradient) = (context.Input(0), context.Input(2), context.Gradient());
        return
        [
            Op.DepthwiseConv2dNativeBackpropInput(
                Op.ShapeOf(input),
                gradient,
                outBackprop,
                strides,
                padding,
                explicitPaddings,
                format,
                dilations
            ),
            null,
            Op.DepthwiseConv2dNative(input, gradient, strides, padding, explicitPaddings, format, dilations),
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
