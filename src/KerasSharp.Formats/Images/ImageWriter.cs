using NumSharp;
using SkiaSharp;

namespace KerasSharp.Formats.Images;

/// <summary>Writes arrays as PNG or JPEG images.</summary>
public static class ImageWriter
{
    /// <summary>Pillow's, and so Keras's, quality of a JPEG.</summary>
    public const int DefaultQuality = 75;

    /// <summary>Writes an image; the name's ending tells the format. The file is whole or not there.</summary>
    /// <param name="path">The file: <c>.png</c>, <c>.jpg</c> or <c>.jpeg</c>.</param>
    /// <param name="image">uint8 [height, width] or [height, width, 1, 3 or 4].</param>
    /// <param name="quality">Of a JPEG, 1 to 100. A PNG loses nothing and takes none.</param>
    /// <exception cref="NotSupportedException">Another ending, a quality for a PNG, or alpha in a JPEG.</exception>
    /// <exception cref="ArgumentException">The array is no image, or the quality is out of range.</exception>
    public static void Write(string path, NDArray image, int? quality = null)
    {
        byte[] content = Path.GetExtension(path).ToLowerInvariant() switch
        {
            ".png" when quality is null => EncodePng(image),
            ".png" => throw new NotSupportedException($"'{path}': a PNG loses nothing; it takes no {nameof(quality)}."),
            ".jpg" or ".jpeg" => EncodeJpeg(image, quality ?? DefaultQuality),
            var other => throw new NotSupportedException($"'{path}': images are written as .png, .jpg or .jpeg, not as '{other}'."),
        };
        AtomicFile.Write(path, stream => stream.Write(content));
    }

    /// <summary>An image as a PNG in memory.</summary>
    /// <param name="image">uint8 [height, width] or [height, width, 1, 3 or 4].</param>
    /// <exception cref="ArgumentException">The array is no image.</exception>
    public static byte[] EncodePng(NDArray image) => Encode(image, pixmap => pixmap.Encode(SKPngEncoderOptions.Default));

    /// <summary>An image as a JPEG in memory.</summary>
    /// <param name="image">uint8 [height, width] or [height, width, 1 or 3].</param>
    /// <param name="quality">1 to 100.</param>
    /// <exception cref="NotSupportedException">The image has alpha, which a JPEG cannot hold.</exception>
    /// <exception cref="ArgumentException">The array is no image, or the quality is out of range.</exception>
    public static byte[] EncodeJpeg(NDArray image, int quality = DefaultQuality)
    {
        if (quality is < 1 or > 100)
            throw new ArgumentException($"A JPEG's quality is 1 to 100, got {quality}.");
        if (image.ndim == 3 && image.shape[2] == 4)
            throw new NotSupportedException("A JPEG has no alpha; give three channels, or write a PNG.");
        var options = new SKJpegEncoderOptions(quality, SKJpegEncoderDownsample.Downsample420, SKJpegEncoderAlphaOption.Ignore);
        return Encode(image, pixmap => pixmap.Encode(options));
    }

    /// <summary>Samples row by row, of 1, 3 or 4 channels, as a PNG in memory.</summary>
    internal static byte[] EncodePng(byte[] samples, int width, int height, int channels) =>
        Encode(samples, width, height, channels, pixmap => pixmap.Encode(SKPngEncoderOptions.Default));

    private static byte[] Encode(NDArray image, Func<SKPixmap, SKData?> encode)
    {
        var (samples, width, height, channels) = ImageArrays.Samples(image);
        return Encode(samples, width, height, channels, encode);
    }

    private static unsafe byte[] Encode(byte[] samples, int width, int height, int channels, Func<SKPixmap, SKData?> encode)
    {
        byte[] layout = channels == 3 ? WithAlpha(samples) : samples;
        var info = new SKImageInfo(
            width,
            height,
            channels == 1 ? SKColorType.Gray8 : SKColorType.Rgba8888,
            channels == 4 ? SKAlphaType.Unpremul : SKAlphaType.Opaque
        );
        fixed (byte* address = layout)
        {
            using var pixmap = new SKPixmap(info, (nint)address);
            using var data =
                encode(pixmap) ?? throw new NotSupportedException($"Skia cannot encode an image of {width} x {height} pixels.");
            return data.ToArray();
        }
    }

    private static byte[] WithAlpha(byte[] samples)
    {
        var rgba = new byte[samples.Length / 3 * 4];
        for (int from = 0, to = 0; from < samples.Length; from += 3, to += 4)
            (rgba[to], rgba[to + 1], rgba[to + 2], rgba[to + 3]) = (samples[from], samples[from + 1], samples[from + 2], 255);
        return rgba;
    }
}
