using KerasSharp.Graphs;

namespace KerasSharp.Ops;

public static partial class Op
{
    internal static readonly OpDefinition RGBToHSVDefinition = new("RGBToHSV(images: T) -> output: T | T: type = float32", InferColor);

    internal static readonly OpDefinition HSVToRGBDefinition = new("HSVToRGB(images: T) -> output: T | T: type = float32", InferColor);

    internal static readonly OpDefinition AdjustContrastv2Definition = new(
        "AdjustContrastv2(images: T, contrast_factor: float32) -> output: T | T: type = float32",
        context =>
            context.Shape(0) is { HasRank: true, Rank: < 3 }
                ? throw new ShapeException("images need height, width and channels")
                : [context.Shape(0)]
    );

    /// <summary>Red, green and blue in [0, 1], along the last axis, to hue, saturation and value in [0, 1].</summary>
    public static Tensor RGBToHSV(Tensor images, string? name = null) => Make(RGBToHSVDefinition, [images], null, name);

    /// <summary>Hue, saturation and value in [0, 1], along the last axis, to red, green and blue.</summary>
    public static Tensor HSVToRGB(Tensor images, string? name = null) => Make(HSVToRGBDefinition, [images], null, name);

    /// <summary>(x - mean) · factor + mean, with the mean of each channel of each image.</summary>
    /// <param name="images">[…, height, width, channels].</param>
    /// <param name="contrastFactor">A float32 scalar.</param>
    /// <param name="name">A name hint.</param>
    public static Tensor AdjustContrastv2(Tensor images, Tensor contrastFactor, string? name = null) =>
        Make(AdjustContrastv2Definition, [images, contrastFactor], null, name);

    private static Shape[] InferColor(InferenceContext context)
    {
        var shape = context.Shape(0);
        if (shape.HasRank && (shape.Rank == 0 || (shape[-1] >= 0 && shape[-1] != 3)))
            throw new ShapeException($"the last axis must be 3 colours, but the shape is {shape}");
        return [shape];
    }
}
