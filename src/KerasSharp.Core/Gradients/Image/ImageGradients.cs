using KerasSharp.Ops;

namespace KerasSharp.Gradients;

/// <summary>Gradients of the family Image.</summary>
internal static class ImageGradients
{
    public static readonly IReadOnlyDictionary<string, GradientRule> Rules = new Dictionary<string, GradientRule>
    {
        ["ResizeNearestNeighbor"] = context =>
            [Op.ResizeNearestNeighborGrad(context.Gradient(), SizeOf(context.Input(0)), AlignCorners(context), HalfPixel(context)), null],
        ["ResizeBilinear"] = context =>
            [Op.ResizeBilinearGrad(context.Gradient(), context.Input(0), AlignCorners(context), HalfPixel(context)), null],
        ["ResizeBicubic"] = context =>
            [Op.ResizeBicubicGrad(context.Gradient(), context.Input(0), AlignCorners(context), HalfPixel(context)), null],
        ["ResizeNearestNeighborGrad"] = context =>
            [Op.ResizeNearestNeighbor(context.Gradient(), SizeOf(context.Input(0)), AlignCorners(context), HalfPixel(context)), null],
        ["ResizeBilinearGrad"] = context =>
            [Op.ResizeBilinear(context.Gradient(), SizeOf(context.Input(0)), AlignCorners(context), HalfPixel(context)), null],
        ["ResizeBicubicGrad"] = context =>
            [Op.ResizeBicubic(context.Gradient(), SizeOf(context.Input(0)), AlignCorners(context), HalfPixel(context)), null],
        ["ExtractImagePatches"] = ExtractImagePatchesGradient.Rule,
        ["CropAndResize"] = CropAndResizeGradient.CropAndResize,
        ["CropAndResizeGradImage"] = CropAndResizeGradient.CropAndResizeGradImage,
        ["CropAndResizeGradBoxes"] = CropAndResizeGradient.SecondOrder,
        ["RGBToHSV"] = RGBToHSVGradient.Rule,
        ["AdjustContrastv2"] = AdjustContrast,
    };

    private static bool AlignCorners(GradientContext context) => context.Attr<bool>("align_corners");

    private static bool HalfPixel(GradientContext context) => context.Attr<bool>("half_pixel_centers");

    /// <summary>Height and width.</summary>
    private static Tensor SizeOf(Tensor images) =>
        images.Shape is { HasRank: true } shape && shape[1] >= 0 && shape[2] >= 0
            ? Op.Ints(shape[1], shape[2])
            : Op.Slice(Op.ShapeOf(images), Op.Ints(1), Op.Ints(2));

    /// <summary>The mean of each channel keeps its gradient, the rest is scaled.</summary>
    private static IReadOnlyList<Tensor?> AdjustContrast(GradientContext context)
    {
        var (images, dy) = (context.Input(0), context.Gradient());
        var factor = Op.Cast(context.Input(1), images.DType);
        var centred = images - Op.Mean(images, Op.Ints(-3, -2), keepDims: true);
        var slope = Op.Cast(Op.Sum(dy * centred, Axes.AllOf(dy)), DType.Float32);
        return [dy * factor + Op.Mean(dy, Op.Ints(-3, -2), keepDims: true) * (1 - factor), slope];
    }
}
