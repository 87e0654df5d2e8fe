using KerasSharp.Graphs;

namespace KerasSharp.Ops;

/// <summary>The ops of the family Image.</summary>
internal static class ImageOps
{
    public static IReadOnlyList<OpDefinition> All =>
        [
            .. Op.ResizeDefinitions.Values,
            Op.ExtractImagePatchesDefinition,
            Op.CropAndResizeDefinition,
            Op.CropAndResizeGradImageDefinition,
            Op.CropAndResizeGradBoxesDefinition,
            Op.RGBToHSVDefinition,
            Op.HSVToRGBDefinition,
            Op.AdjustContrastv2Definition,
        ];
}
