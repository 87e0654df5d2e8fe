using System.Buffers.Binary;
using System.IO.Hashing;
using System.Text;

namespace KerasSharp.Formats.Images;

/// <summary>The parts that a PNG consists of.</summary>
internal static class PngChunks
{
    private const int FrameLength = 12;

    /// <summary>The chunks up to the end mark.</summary>
    public static IEnumerable<(string Type, ReadOnlyMemory<byte> Content)> Read(ImageSource source)
    {
        for (int at = PngHeader.SignatureLength; ; )
        {
            var chunk = Next(source, at);
            if (chunk.Type == "IEND")
                yield break;
            yield return chunk;
            at += FrameLength + chunk.Content.Length;
        }
    }

    private static (string Type, ReadOnlyMemory<byte> Content) Next(ImageSource source, int at)
    {
        ReadOnlyMemory<byte> rest = source.Bytes.AsMemory(at);
        uint length = rest.Length < FrameLength ? uint.MaxValue : BinaryPrimitives.ReadUInt32BigEndian(rest.Span);
        if (length > rest.Length - FrameLength)
            throw source.Error($"byte {at}", "expected a chunk up to the end mark (IEND); the PNG is cut off or damaged.");
        string type = Encoding.Latin1.GetString(rest.Span.Slice(4, 4));
        if (Crc32.HashToUInt32(rest.Span.Slice(4, 4 + (int)length)) != BinaryPrimitives.ReadUInt32BigEndian(rest.Span[(8 + (int)length)..]))
            throw source.Error($"byte {at}", $"the chunk {type} does not have its checksum; the PNG is damaged.");
        return (type, rest.Slice(8, (int)length));
    }
}
