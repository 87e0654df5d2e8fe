namespace KerasSharp.Formats.Images;

/// <summary>How an image is decoded.</summary>
public sealed record ImageOptions
{
    /// <summary>The defaults.</summary>
    public static ImageOptions Default { get; } = new();

    /// <summary>1 for gray, 3 for red, green and blue, 4 with alpha; null, the default, as in the file (gray with alpha has 2).</summary>
    public int? Channels { get; init; }

    /// <summary>Whose pixels, Pillow's by default.</summary>
    public ImageConventions Conventions { get; init; } = ImageConventions.Pillow;

    /// <summary>Whether a JPEG or WebP is turned as its EXIF orientation says. No by default, as in Keras and TensorFlow.</summary>
    public bool ApplyOrientation { get; init; }

    /// <summary>How many pixels an image, or all frames together, may have: 178,956,970 by default, where Pillow too refuses. It is looked at before anything is allocated.</summary>
    public long MaximumPixels { get; init; } = 178_956_970;

    /// <summary>The options, if they make sense.</summary>
    internal ImageOptions Checked() =>
        Channels is null or 1 or 3 or 4
            ? this
            : throw new ArgumentException($"{nameof(Channels)} is 1, 3, 4 or null (as in the file); got {Channels}.");
}
