using KerasSharp.Ops;

namespace KerasSharp.Gradients;

/// <summary>Gradients of MaxPoolWithArgmax and its gradients: scattered to and gathered from where argmax points.</summary>
internal static class MaxPoolWithArgmaxGradient
{
    public static IReadOnlyList<Tensor?> MaxPoolWithArgmax(GradientContext context) =>
        [
            Op.MaxPoolGradWithArgmax(
                context.Input(0),
                context.Gradient(),
                context.Output(1),
                context.Attr<long[]>("ksize"),
                context.Attr<long[]>("strides"),
                context.Attr<string>("padding"),
                context.Attr<bool>("include_batch_in_index")
            ),
        ];

    public static IReadOnlyList<Tensor?> MaxPoolGradWithArgmax(GradientContext context) => Second(context, Op.MaxPoolGradGradWithArgmax);

    public static IReadOnlyList<Tensor?> MaxPoolGradGradWithArgmax(GradientContext context) => Second(context, Op.MaxPoolGradWithArgmax);

    private static IReadOnlyList<Tensor?> Second(
        GradientContext context,
        Func<Tensor, Tensor, Tensor, long[], long[], string, bool, string?, Tensor> op
    ) =>
        [
            null,
            op(
                context.Input(0),
                context.Gradient(),
                context.Input(2),
                context.Attr<long[]>("ksize"),
                context.Attr<long[]>("strides"),
                context.Attr<string>("padding"),
                context.Attr<bool>("include_batch_in_index"),
                null
            ),
            null,
        ];
}
