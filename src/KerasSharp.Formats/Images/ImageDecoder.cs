namespace KerasSharp.Formats.Images;

/// <summary>Decodes an image of any format, told by its first bytes.</summary>
internal static class ImageDecoder
{
    /// <summary>As many pixels as a byte of a JPEG can stand for: a bit for a block of 64.</summary>
    private const long JpegPixelsPerByte = 1024;

    /// <summary>The format.</summary>
    public static ImageFormat Format(ImageSource source)
    {
        ReadOnlySpan<byte> bytes = source.Bytes;
        if (bytes is [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10, ..])
            return ImageFormat.Png;
        if (bytes is [0xFF, 0xD8, 0xFF, ..])
            return ImageFormat.Jpeg;
        if (bytes.StartsWith("GIF87a"u8) || bytes.StartsWith("GIF89a"u8))
            return ImageFormat.Gif;
        if (bytes.StartsWith("BM"u8))
            return ImageFormat.Bmp;
        if (bytes.Length >= 12 && bytes.StartsWith("RIFF"u8) && bytes[8..].StartsWith("WEBP"u8))
            return ImageFormat.WebP;
        throw source.Error(
            "byte 0",
            $"expected a PNG, JPEG, GIF, BMP or WebP image, got {(bytes.IsEmpty ? "no bytes" : $"bytes {Convert.ToHexString(bytes[..Math.Min(8, bytes.Length)])}")}."
        );
    }

    /// <summary>The image, or the first frame.</summary>
    public static Pixels Decode(ImageSource source) =>
        Format(source) switch
        {
            ImageFormat.Png => PngDecoder.Decode(source),
            ImageFormat.Gif => GifDecoder.Decode(source),
            ImageFormat.Bmp => BmpDecoder.Decode(source),
            ImageFormat.Jpeg when source.IsTensorFlow && source.Options.Channels == 1 => DecodeLuma(source),
            _ => DecodeBySkia(source),
        };

    /// <summary>All frames; one of a format without any.</summary>
    public static IEnumerable<Pixels> DecodeFrames(ImageSource source) =>
        Format(source) switch
        {
            ImageFormat.Gif => GifDecoder.DecodeFrames(source),
            ImageFormat.WebP => DecodeWebPFrames(source),
            _ => [Decode(source)],
        };

    private static Pixels DecodeBySkia(ImageSource source)
    {
        using var decoder = Open(source, frames: 1);
        return Oriented(source, decoder, decoder.Decode());
    }

    private static Pixels DecodeLuma(ImageSource source)
    {
        if (JpegLuma.TryRename(source.Bytes) is not { } renamed)
            return DecodeBySkia(source);
        var planes = DecodeBySkia(source with { Bytes = renamed });
        for (int i = 0; i < planes.Rgba.Length; i += 4)
            planes.Rgba[i + 1] = planes.Rgba[i + 2] = planes.Rgba[i];
        return planes;
    }

    private static IEnumerable<Pixels> DecodeWebPFrames(ImageSource source)
    {
        using var decoder = Open(source, frames: null);
        foreach (byte[] frame in decoder.DecodeFrames())
            yield return Oriented(source, decoder, frame);
    }

    private static SkiaDecoder Open(ImageSource source, int? frames)
    {
        var decoder = new SkiaDecoder(source);
        try
        {
            source.CheckSize(
                decoder.Width,
                decoder.Height,
                frames ?? decoder.FrameCount,
                Format(source) == ImageFormat.Jpeg ? JpegPixelsPerByte : long.MaxValue
            );
            return decoder;
        }
        catch
        {
            decoder.Dispose();
            throw;
        }
    }

    private static Pixels Oriented(ImageSource source, SkiaDecoder decoder, byte[] rgba)
    {
        int channels =
            decoder.IsGray ? 1
            : decoder.IsOpaque ? 3
            : 4;
        var pixels = new Pixels(decoder.Width, decoder.Height, channels, rgba, GrayWeights.Pillow);
        return source.Options.ApplyOrientation ? ExifOrientation.Apply(pixels, decoder.Orientation) : pixels;
    }
}
