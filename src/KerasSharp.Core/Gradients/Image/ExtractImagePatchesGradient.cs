using KerasSharp.Ops;

namespace KerasSharp.Gradients;

/// <summary>The gradient of ExtractImagePatches: patches are a convolution with filters that pick one pixel each.</summary>
internal static class ExtractImagePatchesGradient
{
    public static IReadOnlyList<Tensor?> Rule(GradientContext context)
    {
        var images = context.Input(0);
        var ksizes = context.Attr<long[]>("ksizes");
        long channels = images.Shape[3];
        if (channels < 0)
            throw new NotSupportedException(
                $"{context.Operation.Name}: the gradient of ExtractImagePatches needs a known number of channels. Give the images a static last dimension."
            );
        long taps = ksizes[1] * ksizes[2] * channels;
        var pick = new float[taps * taps];
        for (long i = 0; i < taps; i++)
            pick[i * taps + i] = 1;
        var filter = Op.Constant(TensorValue.From<float>(Shape.Of(ksizes[1], ksizes[2], channels, taps), pick));
        return
        [
            Op.Conv2DBackpropInput(
                Op.ShapeOf(images),
                Op.Cast(filter, images.DType),
                context.Gradient(),
                context.Attr<long[]>("strides"),
                context.Attr<string>("padding"),
                dilations: context.Attr<long[]>("rates")
            ),
        ];
    }
}
