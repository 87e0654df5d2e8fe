using System.Buffers.Binary;
using SkiaSharp;

namespace KerasSharp.Formats.Events;

/// <summary>PNG files of pictures of 8 bits a channel.</summary>
internal static class PngImage
{
    private const int HeaderSize = 24;
    private const int OpaqueChannels = 3;
    private static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>The file of a picture; gray and alpha become RGBA, which shows the same.</summary>
    /// <param name="pixels">The bytes row by row.</param>
    /// <param name="width">In pixels.</param>
    /// <param name="height">In pixels.</param>
    /// <param name="channels">1 to 4.</param>
    public static byte[] Encode(ReadOnlySpan<byte> pixels, int width, int height, int channels)
    {
        var colour = channels == 1 ? SKColorType.Gray8 : SKColorType.Rgba8888;
        var info = new SKImageInfo(width, height, colour, channels is 1 or OpaqueChannels ? SKAlphaType.Opaque : SKAlphaType.Unpremul);
        var rows = channels is 1 or 4 ? pixels.ToArray() : Widened(pixels, channels);
        using var image = SKImage.FromPixelCopy(info, rows);
        using var png = image.Encode(SKEncodedImageFormat.Png, quality: 100);
        return png.ToArray();
    }

    /// <summary>Width and height of a PNG file.</summary>
    /// <exception cref="ArgumentException">The bytes are none.</exception>
    public static (int Width, int Height) Size(ReadOnlySpan<byte> png) =>
        png.Length >= HeaderSize && png.StartsWith(Signature)
            ? (BinaryPrimitives.ReadInt32BigEndian(png[16..]), BinaryPrimitives.ReadInt32BigEndian(png[20..]))
            : throw new ArgumentException("A PNG file is expected, and the bytes do not begin like one.", nameof(png));

    private static byte[] Widened(ReadOnlySpan<byte> pixels, int channels)
    {
        var rows = new byte[pixels.Length / channels * 4];
        for (int from = 0, to = 0; from < pixels.Length; from += channels, to += 4)
        {
            var pixel = pixels.Slice(from, channels);
            for (int i = 0; i < OpaqueChannels; i++)
                rows[to + i] = channels == OpaqueChannels ? pixel[i] : pixel[0];
            rows[to + OpaqueChannels] = channels == OpaqueChannels ? byte.MaxValue : pixel[1];
        }
        return rows;
    }
}
