using System.Buffers.Binary;
using System.IO.Hashing;
using KerasSharp.Formats.Archives;

namespace KerasSharp.Formats.Images;

/// <summary>The header of a PNG.</summary>
/// <param name="Width">Columns.</param>
/// <param name="Height">Rows.</param>
/// <param name="BitDepth">Bits a sample: 1, 2, 4, 8 or 16.</param>
/// <param name="ColorType">0 gray, 2 colour, 3 palette, 4 gray with alpha, 6 colour with alpha.</param>
/// <param name="IsInterlaced">Whether the pixels come in seven passes.</param>
internal sealed record PngHeader(int Width, int Height, int BitDepth, int ColorType, bool IsInterlaced)
{
    public const int SignatureLength = 8;
    private const int MinimumLength = 33;

    /// <summary>Samples a pixel.</summary>
    public int SampleCount =>
        ColorType switch
        {
            2 => 3,
            4 => 2,
            6 => 4,
            _ => 1,
        };

    public static PngHeader Read(ImageSource source)
    {
        ReadOnlySpan<byte> bytes = source.Bytes;
        if (bytes.Length < MinimumLength || !bytes.Slice(12, 4).SequenceEqual("IHDR"u8))
            throw source.Error("byte 8", "expected a PNG's header (IHDR); the file is cut off or damaged.");
        if (Crc32.HashToUInt32(bytes.Slice(12, 17)) != BinaryPrimitives.ReadUInt32BigEndian(bytes[29..]))
            throw source.Error("byte 29", "the PNG's header does not have its checksum; the file is damaged.");
        long width = BinaryPrimitives.ReadUInt32BigEndian(bytes[16..]);
        long height = BinaryPrimitives.ReadUInt32BigEndian(bytes[20..]);
        var header = new PngHeader(
            (int)Math.Min(width, int.MaxValue),
            (int)Math.Min(height, int.MaxValue),
            bytes[24],
            bytes[25],
            bytes[28] == 1
        );
        int bits = Math.Max(1, header.BitDepth * header.SampleCount);
        source.CheckSize(width, height, 1, Deflate.MaximumExpansion * 8 / bits);
        return header;
    }

    /// <summary>Channels of the image: a palette stands for colours, with alpha where some are transparent.</summary>
    public int Channels(ImageSource source) => ColorType == 3 ? (HasTransparency(source) ? 4 : 3) : SampleCount;

    private static bool HasTransparency(ImageSource source) =>
        PngChunks.Read(source).TakeWhile(chunk => chunk.Type != "IDAT").Any(chunk => chunk.Type == "tRNS");
}
