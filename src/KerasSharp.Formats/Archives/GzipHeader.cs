using System.Buffers.Binary;

namespace KerasSharp.Formats.Archives;

/// <summary>The header of a gzip file's member.</summary>
internal static class GzipHeader
{
    private const int FixedLength = 10;
    private const int HasSum = 2;
    private const int HasExtra = 4;
    private const int HasName = 8;
    private const int HasComment = 16;

    /// <summary>Goes behind a header; false at the end of the file, which zeros may fill up.</summary>
    public static bool TrySkip(Stream stream, Func<string, FileFormatException> error)
    {
        Span<byte> header = stackalloc byte[FixedLength];
        int length = stream.ReadAtLeast(header, FixedLength, throwOnEndOfStream: false);
        if (stream.Position > length && !header[..length].ContainsAnyExcept((byte)0))
            return false;
        if (length < FixedLength || header[0] != 0x1F || header[1] != 0x8B || header[2] != 8)
            throw error("expected a gzip header (1F 8B 08); the file is cut off, damaged or no gzip file.");
        int flags = header[3];
        if ((flags & HasExtra) != 0)
            SkipExtra(stream, error);
        if ((flags & HasName) != 0)
            SkipText(stream, error);
        if ((flags & HasComment) != 0)
            SkipText(stream, error);
        if ((flags & HasSum) != 0)
            stream.Position += 2;
        return true;
    }

    private static void SkipExtra(Stream stream, Func<string, FileFormatException> error)
    {
        Span<byte> length = stackalloc byte[2];
        if (stream.ReadAtLeast(length, 2, throwOnEndOfStream: false) < 2)
            throw error("the gzip header is cut off.");
        stream.Position += BinaryPrimitives.ReadUInt16LittleEndian(length);
    }

    private static void SkipText(Stream stream, Func<string, FileFormatException> error)
    {
        int value;
        while ((value = stream.ReadByte()) > 0) { }
        if (value < 0)
            throw error("the gzip header is cut off.");
    }
}
