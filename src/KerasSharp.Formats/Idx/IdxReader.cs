using KerasSharp.Formats.Archives;

namespace KerasSharp.Formats.Idx;

/// <summary>Reads idx files, compressed with gzip or not (told apart by their first bytes, not by their names).</summary>
internal static class IdxReader
{
    public static IdxContent ReadFile(string path)
    {
        using var file = File.OpenRead(path);
        return Read(file, path);
    }

    /// <summary>Reads the whole stream.</summary>
    /// <param name="stream">A seekable stream at its beginning.</param>
    /// <param name="name">What errors call it.</param>
    /// <exception cref="FileFormatException">Not an idx file, truncated, corrupt or too long.</exception>
    public static IdxContent Read(Stream stream, string name)
    {
        if (!IsGzip(stream))
        {
            return ReadContent(stream, name, stream.Length, exact: true);
        }

        GzipContent? unpacked = null;
        using var content = unpacked = new GzipContent(stream, problem => IdxError.At(name, unpacked?.Unpacked ?? 0, problem));
        try
        {
            return ReadContent(content, name, stream.Length * Deflate.MaximumExpansion, exact: false);
        }
        catch (InvalidDataException e)
        {
            throw IdxError.At(name, 0, "a sound gzip file", e.Message, e);
        }
    }

    public static bool IsGzip(Stream stream)
    {
        Span<byte> magic = stackalloc byte[2];
        var read = stream.ReadAtLeast(magic, 2, throwOnEndOfStream: false);
        stream.Position = 0;
        return read == 2 && magic[0] == 0x1F && magic[1] == 0x8B;
    }

    private static IdxContent ReadContent(Stream stream, string name, long length, bool exact)
    {
        var header = IdxHeader.Read(stream, name);
        var start = header.Bytes.Length;
        var sizes = $"{header.DataLength} bytes of data of shape [{string.Join(", ", header.Shape)}]";
        var room = length - start;
        if (exact ? room != header.DataLength : room < header.DataLength)
        {
            throw IdxError.At(name, start, sizes, exact ? $"{room}" : $"a compressed file that can hold at most {room}");
        }

        var data = new byte[header.DataLength];
        var read = stream.ReadAtLeast(data, data.Length, throwOnEndOfStream: false);
        if (read < data.Length)
        {
            throw IdxError.At(name, start + read, sizes, $"the end after {read}");
        }

        // Going to the end also makes the decompressor compare its checksum.
        return stream.ReadByte() == -1
            ? new IdxContent(header, data)
            : throw IdxError.At(name, start + read, $"the end after {sizes}", "more bytes");
    }
}
