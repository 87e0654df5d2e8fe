using KerasSharp.Ops;

namespace KerasSharp.Gradients;

/// <summary>Gradients of CropAndResize. With the method nearest the boxes have none.</summary>
internal static class CropAndResizeGradient
{
    public static IReadOnlyList<Tensor?> CropAndResize(GradientContext context)
    {
        var (image, boxes, indices, gradient) = (context.Input(0), context.Input(1), context.Input(2), context.Gradient());
        string method = context.Attr<string>("method");
        return
        [
            image.DType.IsFloating() ? Op.CropAndResizeGradImage(gradient, boxes, indices, Op.ShapeOf(image), image.DType, method) : null,
            method == "bilinear" ? Op.CropAndResizeGradBoxes(gradient, image, boxes, indices) : null,
            null,
            null,
        ];
    }

    /// <summary>It is linear in the crops' gradient, which thus gets a crop.</summary>
    public static IReadOnlyList<Tensor?> CropAndResizeGradImage(GradientContext context)
    {
        var (grads, boxes, indices, gradient) = (context.Input(0), context.Input(1), context.Input(2), context.Gradient());
        string method = context.Attr<string>("method");
        var size = Op.Slice(Op.ShapeOf(grads), Op.Ints(1), Op.Ints(2));
        return
        [
            Op.CropAndResize(gradient, boxes, indices, size, method),
            method == "bilinear" ? Op.CropAndResizeGradBoxes(grads, gradient, boxes, indices) : null,
            null,
            null,
        ];
    }

    /// <summary>There is none, here as in TensorFlow; silence would be a wrong answer.</summary>
    public static IReadOnlyList<Tensor?> SecondOrder(GradientContext context) =>
        throw new NotSupportedException(
            $"{context.Operation.Name}: the boxes of CropAndResize have no gradient of second order. Stop the gradient before them with Op.StopGradient."
        );
}
