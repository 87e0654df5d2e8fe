using System.Buffers.Binary;
using System.Text;

namespace KerasSharp.Formats.Hdf5;

/// <summary>Reads the fields of a block one after another; a field that reaches over the block's end is an error.</summary>
internal ref struct Hdf5Cursor(Hdf5Input input, ReadOnlySpan<byte> bytes, long start, string place)
{
    private readonly ReadOnlySpan<byte> bytes = bytes;

    /// <summary>The bytes read so far.</summary>
    public int Position { get; private set; }

    /// <summary>The bytes left.</summary>
    public readonly int Remaining => bytes.Length - Position;

    /// <summary>Where in the file the block begins.</summary>
    public readonly long Start => start;

    /// <summary>All bytes of the block, read or not.</summary>
    public readonly ReadOnlySpan<byte> All => bytes;

    /// <summary>An error at the next byte.</summary>
    public readonly FileFormatException Error(string problem) => input.Error($"{place}, byte {start + Position}", problem);

    /// <summary>The next bytes.</summary>
    public ReadOnlySpan<byte> Take(long count)
    {
        if (count < 0 || count > Remaining)
            throw Error($"{count} bytes are wanted where {Remaining} are left. The file is damaged.");
        var taken = bytes.Slice(Position, (int)count);
        Position += (int)count;
        return taken;
    }

    /// <summary>The next bytes as a block of their own.</summary>
    public Hdf5Cursor Part(long count)
    {
        long from = start + Position;
        return new Hdf5Cursor(input, Take(count), from, place);
    }

    /// <summary>Leaves bytes out.</summary>
    public void Skip(long count) => Take(count);

    /// <summary>Leaves out what fills the block up to a multiple of 8 bytes.</summary>
    public void Align8() => Skip((8 - Position % 8) % 8);

    public byte Byte() => Take(1)[0];

    public ushort UInt16() => BinaryPrimitives.ReadUInt16LittleEndian(Take(2));

    public uint UInt32() => BinaryPrimitives.ReadUInt32LittleEndian(Take(4));

    /// <summary>An unsigned integer of 1 to 8 bytes, which must be below 2^63 to be used as a size.</summary>
    public long Integer(int size)
    {
        ulong value = Unsigned(Take(size));
        return value <= long.MaxValue ? (long)value : throw Error($"the size {value} is more than any file holds. The file is damaged.");
    }

    /// <summary>A length, of the size that the superblock sets.</summary>
    public long Length() => Integer(input.LengthSize);

    /// <summary>How far a dimension may grow; -1 where all bits are set.</summary>
    public long Extent()
    {
        var field = Take(input.LengthSize);
        return field.IndexOfAnyExcept((byte)0xFF) < 0 ? -1 : (long)Math.Min(Unsigned(field), long.MaxValue);
    }

    /// <summary>An address; <see cref="Hdf5Input.Undefined"/> where all bits are set.</summary>
    public long Address()
    {
        var field = Take(input.AddressSize);
        return field.IndexOfAnyExcept((byte)0xFF) < 0 ? Hdf5Input.Undefined : (long)Math.Min(Unsigned(field), long.MaxValue);
    }

    /// <summary>Demands a signature of four letters.</summary>
    public void Signature(ReadOnlySpan<byte> expected)
    {
        var found = Take(expected.Length);
        if (!found.SequenceEqual(expected))
            throw Error($"expected '{Encoding.ASCII.GetString(expected)}', found {Convert.ToHexString(found)}. The file is damaged.");
    }

    /// <summary>Demands a version that is known.</summary>
    public byte Version(int least, int most, string what)
    {
        byte version = Byte();
        return version >= least && version <= most
            ? version
            : throw Error(
                $"{what} of version {version}; versions {least} to {most} are known. The file is damaged or newer than this reader."
            );
    }

    /// <summary>Reads the checksum of everything before it and compares.</summary>
    public void Checksum()
    {
        uint computed = Lookup3.Hash(bytes[..Position]);
        uint stored = UInt32();
        if (stored != computed)
            throw Error($"the checksum is {stored:x8} where the bytes before it have {computed:x8}. The file is damaged: get it again.");
    }

    private static ulong Unsigned(ReadOnlySpan<byte> field)
    {
        ulong value = 0;
        for (int i = field.Length - 1; i >= 0; i--)
            value = value << 8 | field[i];
        return value;
    }
}
