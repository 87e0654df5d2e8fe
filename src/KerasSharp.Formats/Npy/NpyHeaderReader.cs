using System.Buffers.Binary;
using System.Text;

namespace KerasSharp.Formats.Npy;

/// <summary>Reads the header of an npy file of version 1, 2 or 3.</summary>
internal static class NpyHeaderReader
{
    /// <summary>NumPy's own limit; a longer header is an attack or damage.</summary>
    private const int LongestText = 10_000;

    /// <summary>NumPy's own limit.</summary>
    private const int HighestRank = 64;

    /// <summary>Elements of no bytes cost a file nothing, so their number needs a limit of its own.</summary>
    private const long MostEmptyElements = 1 << 20;

    /// <summary>Reads the header and leaves the stream at the first element; nothing of the declared size is allocated.</summary>
    /// <param name="stream">The npy file from its first byte.</param>
    /// <param name="length">The bytes that the npy file has from there.</param>
    /// <param name="source">What errors name.</param>
    /// <exception cref="FileFormatException">No header, one that cannot be read, or one that declares more than there is.</exception>
    public static NpyHeader Read(Stream stream, long length, NpySource source)
    {
        var start = ReadExactly(stream, 8, 0, source);
        if (!start.AsSpan(0, 6).SequenceEqual(NpyMagic.Magic))
            throw source.At(
                0,
                $"expected 0x93 and 'NUMPY', as every npy file begins, got 0x{Convert.ToHexString(start)}{NpyMagic.Hint(start)}"
            );
        if (start[6] is < 1 or > 3 || start[7] != 0)
            throw source.At(6, $"expected version 1.0, 2.0 or 3.0 of the npy format, got {start[6]}.{start[7]}");
        var textOffset = start[6] == 1 ? 10 : 12;
        var size = ReadExactly(stream, textOffset - 8, 8, source);
        var textLength = start[6] == 1 ? BinaryPrimitives.ReadUInt16LittleEndian(size) : BinaryPrimitives.ReadUInt32LittleEndian(size);
        if (textLength > LongestText)
            throw source.At(8, $"expected a header of at most {LongestText} bytes, as NumPy demands, got {textLength}");
        var text = ReadExactly(stream, (int)textLength, textOffset, source);
        var header = Parse(text, start[6], source) with { Version = start[6], DataOffset = textOffset + textLength };
        CheckLength(header, length, source);
        return header;
    }

    private static NpyHeader Parse(byte[] text, int version, NpySource source)
    {
        try
        {
            return FromText((version == 3 ? Encoding.UTF8 : Encoding.Latin1).GetString(text));
        }
        catch (FormatException e)
        {
            throw source.At(10, $"header: {e.Message}", e);
        }
    }

    private static NpyHeader FromText(string text)
    {
        if (PythonLiteral.Parse(text) is not Dictionary<string, object?> entries)
            throw new FormatException("expected a Python dictionary");
        if (
            entries.Count != 3
            || !entries.TryGetValue("descr", out var descr)
            || !entries.TryGetValue("fortran_order", out var order)
            || !entries.TryGetValue("shape", out var shape)
        )
            throw new FormatException($"expected the keys descr, fortran_order and shape, got {string.Join(", ", entries.Keys)}");
        return new NpyHeader(
            TypeOf(descr),
            ShapeOf(shape),
            order as bool? ?? throw new FormatException($"expected True or False as fortran_order, got {order}")
        );
    }

    private static NpyType TypeOf(object? descr) =>
        descr switch
        {
            string name => NpyType.Parse(name),
            List<object?> or object?[] => throw new FormatException(
                "structured arrays (several fields an element) are not supported; in Python save each field as an array of its own"
            ),
            _ => throw new FormatException($"expected a string as descr, got {descr}"),
        };

    private static long[] ShapeOf(object? value)
    {
        if (value is not object?[] sizes || sizes.Length > HighestRank || !sizes.All(size => size is long and >= 0))
            throw new FormatException($"expected a tuple of at most {HighestRank} sizes of 0 or more as shape");
        return [.. sizes.Select(size => (long)size!)];
    }

    /// <summary>The one place that compares what a header declares with what the file has.</summary>
    private static void CheckLength(NpyHeader header, long length, NpySource source)
    {
        var room = Math.Max(length - header.DataOffset, 0);
        UInt128 extent = (ulong)Math.Max(header.Type.ItemSize, 1);
        foreach (var size in header.Shape)
        {
            // Dimensions of 0 are left out, so that no product of the others can overflow either.
            extent *= (ulong)Math.Max(size, 1);
            if (extent > long.MaxValue)
                throw TooLarge(header, "more than 9223372036854775807", room, source);
        }
        if (header.DataLength > room)
            throw TooLarge(header, $"{header.DataLength}", room, source);
        if (header.Type.ItemSize == 0 && header.Count > MostEmptyElements)
            throw source.At(header.DataOffset, $"expected at most {MostEmptyElements} elements of no bytes, got {header.Count}");
    }

    private static FileFormatException TooLarge(NpyHeader header, string bytes, long room, NpySource source) =>
        source.At(
            header.DataOffset,
            $"expected {bytes} bytes of {header.Type.Descr} elements of shape ({string.Join(", ", header.Shape)}), got {room}; "
                + "the file is cut off or its header damaged: get it again"
        );

    private static byte[] ReadExactly(Stream stream, int count, long offset, NpySource source)
    {
        var bytes = new byte[count];
        var read = stream.ReadAtLeast(bytes, count, throwOnEndOfStream: false);
        return read == count
            ? bytes
            : throw source.At(offset + read, $"expected {count} bytes of the npy header, got the end after {read}");
    }
}
