using System.Buffers.Binary;
using KerasSharp.Formats.Images;

namespace KerasSharp.Formats.Events;

/// <summary>PNG files of pictures of 8 bits a channel.</summary>
internal static class PngImage
{
    private const int HeaderSize = 24;
    private const int GrayWithAlpha = 2;
    private static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>The file of a picture; gray and alpha become RGBA, which shows the same.</summary>
    /// <param name="pixels">The bytes row by row.</param>
    /// <param name="width">In pixels.</param>
    /// <param name="height">In pixels.</param>
    /// <param name="channels">1 to 4.</param>
    public static byte[] Encode(ReadOnlySpan<byte> pixels, int width, int height, int channels) =>
        channels == GrayWithAlpha
            ? ImageWriter.EncodePng(Widened(pixels), width, height, channels: 4)
            : ImageWriter.EncodePng(pixels.ToArray(), width, height, channels);

    /// <summary>Width and height of a PNG file.</summary>
    /// <exception cref="ArgumentException">The bytes are none.</exception>
    public static (int Width, int Height) Size(ReadOnlySpan<byte> png) =>
        png.Length >= HeaderSize && png.StartsWith(Signature)
            ? (BinaryPrimitives.ReadInt32BigEndian(png[16..]), BinaryPrimitives.ReadInt32BigEndian(png[20..]))
            : throw new ArgumentException("A PNG file is expected, and the bytes do not begin like one.", nameof(png));

    private static byte[] Widened(ReadOnlySpan<byte> pixels)
    {
        var rows = new byte[pixels.Length * 2];
        for (int from = 0, to = 0; from < pixels.Length; from += GrayWithAlpha, to += 4)
            (rows[to], rows[to + 1], rows[to + 2], rows[to + 3]) = (pixels[from], pixels[from], pixels[from], pixels[from + 1]);
        return rows;
    }
}
