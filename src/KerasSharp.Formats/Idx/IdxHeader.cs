using System.Buffers.Binary;

namespace KerasSharp.Formats.Idx;

/// <summary>The start of an idx file: two zero bytes, the element type, the rank, then one big-endian size a dimension.</summary>
internal sealed class IdxHeader
{
    private const int FixedLength = 4;

    private IdxHeader(IdxType type, long[] shape, byte[] bytes, long dataLength)
    {
        Type = type;
        Shape = shape;
        Bytes = bytes;
        DataLength = dataLength;
    }

    public IdxType Type { get; }

    public long[] Shape { get; }

    /// <summary>The header as it stands in the file.</summary>
    public byte[] Bytes { get; }

    /// <summary>Bytes of data that the header declares.</summary>
    public long DataLength { get; }

    /// <summary>Reads the header; nothing of the declared size is allocated here.</summary>
    /// <exception cref="FileFormatException">Not an idx header, or one that declares more than an array can hold.</exception>
    public static IdxHeader Read(Stream stream, string name)
    {
        var start = ReadExactly(stream, FixedLength, 0, name);
        if (start[0] != 0 || start[1] != 0)
        {
            var hint = start[2] == 0 && start[3] == 0 ? " (a header in little-endian order)" : "";
            throw IdxError.At(name, 0, "two zero bytes, as every idx file begins", $"0x{Convert.ToHexString(start)}{hint}");
        }

        var type = (IdxType)start[2];
        var size = SizeOf(type);
        if (size == 0)
        {
            throw IdxError.At(name, 2, "an element type 0x08, 0x09, 0x0B, 0x0C, 0x0D or 0x0E", $"0x{start[2]:X2}");
        }

        var sizes = ReadExactly(stream, 4 * start[3], FixedLength, name);
        var shape = new long[start[3]];
        for (var i = 0; i < shape.Length; i++)
        {
            shape[i] = BinaryPrimitives.ReadUInt32BigEndian(sizes.AsSpan(4 * i));
        }

        return new IdxHeader(type, shape, [.. start, .. sizes], LengthOf(shape, size, name));
    }

    /// <summary>Bytes of one element, 0 for an unknown type.</summary>
    public static int SizeOf(IdxType type) =>
        type switch
        {
            IdxType.UnsignedByte or IdxType.SignedByte => 1,
            IdxType.Short => 2,
            IdxType.Int or IdxType.Float => 4,
            IdxType.Double => 8,
            _ => 0,
        };

    /// <summary>The header of an array.</summary>
    /// <exception cref="NotSupportedException">More axes or longer ones than the format can tell.</exception>
    public static byte[] ToBytes(IdxType type, long[] shape)
    {
        if (shape.Length > byte.MaxValue || shape.Any(size => size > uint.MaxValue))
        {
            throw new NotSupportedException("The idx format has at most 255 axes of at most 4294967295 each.");
        }

        var bytes = new byte[FixedLength + (4 * shape.Length)];
        bytes[2] = (byte)type;
        bytes[3] = (byte)shape.Length;
        for (var i = 0; i < shape.Length; i++)
        {
            BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(FixedLength + (4 * i)), (uint)shape[i]);
        }

        return bytes;
    }

    private static long LengthOf(long[] shape, int elementSize, string name)
    {
        if (shape.Contains(0))
        {
            return 0;
        }

        var length = (Int128)elementSize;
        foreach (var dimension in shape)
        {
            length *= dimension;
            if (length > Array.MaxLength)
            {
                var got = $"[{string.Join(", ", shape)}]";
                throw IdxError.At(name, FixedLength, $"sizes of at most {Array.MaxLength} bytes in all", got);
            }
        }

        return (long)length;
    }

    private static byte[] ReadExactly(Stream stream, int count, long offset, string name)
    {
        var bytes = new byte[count];
        var read = stream.ReadAtLeast(bytes, count, throwOnEndOfStream: false);
        return read == count ? bytes : throw IdxError.At(name, offset + read, $"{count} bytes of the idx header", $"the end after {read}");
    }
}
