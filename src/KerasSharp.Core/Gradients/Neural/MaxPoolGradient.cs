using KerasSharp.Ops;

namespace KerasSharp.Gradients;

/// <summary>Gradients of MaxPool and its gradients. Which element is the greatest is piecewise constant, so only gradients flow on.</summary>
internal static class MaxPoolGradient
{
    public static IReadOnlyList<Tensor?> MaxPool(GradientContext context)
    {
        var (ksize, strides, padding, format) = PoolGeometry.Of(context);
        var explicitPaddings = context.Attr<long[]>("explicit_paddings");
        return [Op.MaxPoolGrad(context.Input(0), context.Output(), context.Gradient(), ksize, strides, padding, explicitPaddings, format)];
    }

    public static IReadOnlyList<Tensor?> MaxPoolGrad(GradientContext context)
    {
        var (ksize, strides, padding, format) = PoolGeometry.Of(context);
        if (padding == "EXPLICIT")
            throw new NotSupportedException(
                $"{context.Operation.Name}: MaxPool with padding EXPLICIT has no gradient of second order. Pad the input with Op.PadV2 and use VALID."
            );
        return [null, null, Op.MaxPoolGradGrad(context.Input(0), context.Input(1), context.Gradient(), ksize, strides, padding, format)];
    }

    public static IReadOnlyList<Tensor?> MaxPoolGradGrad(GradientContext context)
    {
        var (ksize, strides, padding, format) = PoolGeometry.Of(context);
        return [null, null, Op.MaxPoolGrad(context.Input(0), context.Input(1), context.Gradient(), ksize, strides, padding, null, format)];
    }
}
