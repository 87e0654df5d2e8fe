using System.Buffers.Binary;

namespace KerasSharp.Formats.Hdf5;

/// <summary>Puts the fields of a block one after another, little-endian, addresses and lengths with 8 bytes.</summary>
internal sealed class Hdf5Encoder
{
    /// <summary>The address of what is not stored.</summary>
    public const long Undefined = -1;

    private readonly MemoryStream bytes = new();

    /// <summary>How many bytes there are.</summary>
    public int Length => (int)bytes.Length;

    public Hdf5Encoder Byte(int value)
    {
        bytes.WriteByte((byte)value);
        return this;
    }

    public Hdf5Encoder UInt16(int value) => Byte(value).Byte(value >> 8);

    public Hdf5Encoder UInt32(uint value)
    {
        Span<byte> field = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(field, value);
        return Bytes(field);
    }

    public Hdf5Encoder Int64(long value)
    {
        Span<byte> field = stackalloc byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(field, value);
        return Bytes(field);
    }

    public Hdf5Encoder Bytes(ReadOnlySpan<byte> value)
    {
        bytes.Write(value);
        return this;
    }

    public Hdf5Encoder Zeros(long count)
    {
        for (; count > 0; count--)
            bytes.WriteByte(0);
        return this;
    }

    /// <summary>Fills up to a multiple of 8 bytes.</summary>
    public Hdf5Encoder Align8() => Zeros((8 - Length % 8) % 8);

    /// <summary>The checksum of everything so far.</summary>
    public Hdf5Encoder Checksum() => UInt32(Lookup3.Hash(bytes.GetBuffer().AsSpan(0, Length)));

    public byte[] ToArray() => bytes.ToArray();
}
