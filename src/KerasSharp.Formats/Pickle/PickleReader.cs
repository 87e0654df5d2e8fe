using System.Buffers.Binary;

namespace KerasSharp.Formats.Pickle;

/// <summary>The bytes of a pickle, one after the other: numbers, blocks of a declared size, lines.</summary>
/// <param name="bytes">The whole pickle.</param>
/// <param name="file">Its name, for errors.</param>
internal sealed class PickleReader(ReadOnlyMemory<byte> bytes, string file)
{
    private int position;
    private int instruction;

    /// <summary>How long the pickle is.</summary>
    public int Length => bytes.Length;

    /// <summary>Takes the code of the next instruction, which is the place that errors name.</summary>
    public PickleOpcode Opcode()
    {
        instruction = position;
        return position < bytes.Length
            ? (PickleOpcode)bytes.Span[position++]
            : throw Error("the pickle ends before its STOP instruction; it is cut off.");
    }

    /// <summary>Takes one byte.</summary>
    public byte Byte() => Take(1).Span[0];

    /// <summary>Takes a little-endian number of two bytes.</summary>
    public ushort UInt16() => BinaryPrimitives.ReadUInt16LittleEndian(Take(2).Span);

    /// <summary>Takes a little-endian number of four bytes.</summary>
    public int Int32() => BinaryPrimitives.ReadInt32LittleEndian(Take(4).Span);

    /// <summary>Takes a big-endian 64-bit float.</summary>
    public double Float64() => BinaryPrimitives.ReadDoubleBigEndian(Take(8).Span);

    /// <summary>Takes a block behind its size of one byte.</summary>
    public ReadOnlyMemory<byte> Block8() => Take(Byte());

    /// <summary>Takes a block behind its size of four bytes.</summary>
    public ReadOnlyMemory<byte> Block32() => Take(BinaryPrimitives.ReadUInt32LittleEndian(Take(4).Span));

    /// <summary>Takes a block behind its size of eight bytes.</summary>
    public ReadOnlyMemory<byte> Block64() => Take(Size64());

    /// <summary>Takes a size of eight bytes, which what remains must hold.</summary>
    public long Size64()
    {
        ulong size = BinaryPrimitives.ReadUInt64LittleEndian(Take(8).Span);
        return size <= (ulong)(bytes.Length - position) ? (long)size : throw TooLong(size);
    }

    /// <summary>Takes the bytes up to a line's end, and the end.</summary>
    public ReadOnlySpan<byte> Line()
    {
        int length = bytes.Span[position..].IndexOf((byte)'\n');
        if (length < 0)
            throw Error("expected a line, and no line's end follows; the pickle is cut off.");
        return Take(length + 1).Span[..length];
    }

    /// <summary>An error at the instruction that is carried out.</summary>
    public FileFormatException Error(string problem, Exception? inner = null) => new(file, $"byte {instruction}", problem, inner);

    private ReadOnlyMemory<byte> Take(long count)
    {
        if (count > bytes.Length - position)
            throw TooLong((ulong)count);
        var taken = bytes.Slice(position, (int)count);
        position += (int)count;
        return taken;
    }

    private FileFormatException TooLong(ulong count) =>
        Error($"expected {count} more bytes, and only {bytes.Length - position} follow; the pickle is cut off or damaged.");
}
