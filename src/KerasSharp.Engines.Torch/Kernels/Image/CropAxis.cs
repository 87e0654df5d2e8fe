namespace KerasSharp.Engines.Torch.Kernels.Image;

/// <summary>One axis of a box that is cut out of an image: where the pixels of the crop lie.</summary>
/// <param name="Length">The length of the image's axis.</param>
/// <param name="Crop">The length of the crop's.</param>
/// <param name="Begin">The box's beginning, where 0 is the first pixel and 1 the last.</param>
/// <param name="End">Its end.</param>
internal readonly record struct CropAxis(long Length, long Crop, float Begin, float End)
{
    /// <summary>The place of a pixel of the crop in the image.</summary>
    public float At(long i) =>
        Crop > 1 ? Begin * (Length - 1) + i * ((End - Begin) * (Length - 1) / (Crop - 1)) : 0.5f * (Begin + End) * (Length - 1);

    /// <summary>Whether a place lies inside the image.</summary>
    public bool IsInside(float at) => at >= 0 && at <= Length - 1;

    /// <summary>How a pixel's place moves with the box's beginning and end.</summary>
    public (float Begin, float End) Slopes(long i)
    {
        if (Crop == 1)
            return (0.5f * (Length - 1), 0.5f * (Length - 1));
        float ratio = (Length - 1) / (float)(Crop - 1);
        return (Length - 1 - i * ratio, i * ratio);
    }
}
