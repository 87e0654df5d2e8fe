using KerasSharp.Ops;

namespace KerasSharp.Gradients;

/// <summary>Gradients of Dilation2D.</summary>
internal static class Dilation2DGradient
{
    public static IReadOnlyList<Tensor?> Dilation2D(GradientContext context)
    {
        var (input, filter, gradient) = (context.Input(0), context.Input(1), context.Gradient());
        var (strides, rates, padding) = (context.Attr<long[]>("strides"), context.Attr<long[]>("rates"), context.Attr<string>("padding"));
        return
        [
            Op.Dilation2DBackpropInput(input, filter, gradient, strides, rates, padding),
            Op.Dilation2DBackpropFilter(input, filter, gradient, strides, rates, padding),
        ];
    }

    /// <summary>There is none, here as in TensorFlow; silence would be a wrong answer.</summary>
    public static IReadOnlyList<Tensor?> SecondOrder(GradientContext context) =>
        throw new NotSupportedException(
            $"{context.Operation.Name}: Dilation2D has no gradient of second order. Stop the gradient before it with Op.StopGradient."
        );
}
