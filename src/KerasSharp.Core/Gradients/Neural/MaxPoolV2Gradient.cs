using KerasSharp.Ops;

namespace KerasSharp.Gradients;

/// <summary>Gradients of MaxPoolV2 and its gradients, as of MaxPool; the window and steps are inputs.</summary>
internal static class MaxPoolV2Gradient
{
    public static IReadOnlyList<Tensor?> MaxPoolV2(GradientContext context) =>
        [
            Op.MaxPoolGradV2(
                context.Input(0),
                context.Output(),
                context.Gradient(),
                context.Input(1),
                context.Input(2),
                context.Attr<string>("padding"),
                context.Attr<string>("data_format")
            ),
            null,
            null,
        ];

    public static IReadOnlyList<Tensor?> MaxPoolGradV2(GradientContext context) => Second(context, Op.MaxPoolGradGradV2);

    public static IReadOnlyList<Tensor?> MaxPoolGradGradV2(GradientContext context) => Second(context, Op.MaxPoolGradV2);

    private static IReadOnlyList<Tensor?> Second(
        GradientContext context,
        Func<Tensor, Tensor, Tensor, Tensor, Tensor, string, string, string?, Tensor> op
    ) =>
        [
            null,
            null,
            op(
                context.Input(0),
                context.Input(1),
                context.Gradient(),
                context.Input(3),
                context.Input(4),
                context.Attr<string>("padding"),
                context.Attr<string>("data_format"),
                null
            ),
            null,
            null,
        ];
}
