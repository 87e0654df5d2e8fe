using KerasSharp.Engines.Torch.Plans;

namespace KerasSharp.Engines.Torch.Kernels.Image;

/// <summary>The kernels of the family Image.</summary>
internal static class ImageKernels
{
    public static readonly IReadOnlyDictionary<string, KernelBinder> Kernels = new Dictionary<string, KernelBinder>
    {
        ["ResizeNearestNeighbor"] = ResizeNearestKernel.Forward,
        ["ResizeNearestNeighborGrad"] = ResizeNearestKernel.Gradient,
        ["ResizeBilinear"] = ResizeKernel.Forward,
        ["ResizeBilinearGrad"] = ResizeKernel.Gradient,
        ["ResizeBicubic"] = ResizeKernel.Forward,
        ["ResizeBicubicGrad"] = ResizeKernel.Gradient,
        ["ExtractImagePatches"] = ExtractImagePatchesKernel.Bind,
        ["CropAndResize"] = CropAndResizeKernel.Forward,
        ["CropAndResizeGradImage"] = CropAndResizeKernel.ImageGradient,
        ["CropAndResizeGradBoxes"] = CropAndResizeKernel.BoxGradient,
        ["RGBToHSV"] = ColorKernels.RGBToHSV,
        ["HSVToRGB"] = ColorKernels.HSVToRGB,
        ["AdjustContrastv2"] = AdjustContrastKernel.Bind,
    };
}
