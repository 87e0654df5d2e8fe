using System.Text;

namespace KerasSharp.Formats.Hdf5;

/// <summary>Collects the messages of an object header and writes the header.</summary>
internal sealed class MessageEncoder
{
    // A message's length has two bytes.
    private const int MostBytes = ushort.MaxValue;
    private const int GroupInfo = 10;

    private readonly Hdf5Encoder messages = new();

    /// <summary>What makes an object a group.</summary>
    public void AddGroup()
    {
        Add((int)MessageType.LinkInfo, new Hdf5Encoder().UInt16(0).Int64(Hdf5Encoder.Undefined).Int64(Hdf5Encoder.Undefined));
        // Without it HDF5 itself could not add to the group later.
        Add(GroupInfo, new Hdf5Encoder().UInt16(0));
    }

    /// <summary>A name in a group.</summary>
    public void AddLink(string name, long address)
    {
        var bytes = Encoding.UTF8.GetBytes(name);
        Add((int)MessageType.Link, new Hdf5Encoder().Byte(1).Byte(0x11).Byte(1).UInt16(bytes.Length).Bytes(bytes).Int64(address));
    }

    /// <summary>What makes an object a dataset whose data lie in one piece.</summary>
    public void AddDataset(byte[] type, long[] dims, long address, long size)
    {
        const int WrittenLateWhenSet = 0x0A;
        Add((int)MessageType.Dataspace, Space(dims));
        Add((int)MessageType.Datatype, new Hdf5Encoder().Bytes(type));
        Add((int)MessageType.FillValue, new Hdf5Encoder().Byte(3).Byte(WrittenLateWhenSet));
        Add((int)MessageType.Layout, new Hdf5Encoder().Byte(3).Byte(1).Int64(address).Int64(size));
    }

    /// <summary>A named value.</summary>
    public void AddAttribute(string name, byte[] type, long[] dims, byte[] data)
    {
        var bytes = Encoding.UTF8.GetBytes(name);
        var space = Space(dims);
        Add(
            (int)MessageType.Attribute,
            new Hdf5Encoder()
                .Byte(3)
                .Byte(0)
                .UInt16(bytes.Length + 1)
                .UInt16(type.Length)
                .UInt16(space.Length)
                .Byte(Ascii.IsValid(bytes) ? 0 : 1)
                .Bytes(bytes)
                .Byte(0)
                .Bytes(type)
                .Bytes(space.ToArray())
                .Bytes(data)
        );
    }

    /// <summary>The header with all messages.</summary>
    public byte[] ToHeader() =>
        new Hdf5Encoder()
            .Bytes("OHDR"u8)
            .Byte(2)
            .Byte(2)
            .UInt32((uint)messages.Length)
            .Bytes(messages.ToArray())
            .Checksum()
            .Align8()
            .ToArray();

    private void Add(int type, Hdf5Encoder body)
    {
        if (body.Length > MostBytes)
            throw new ArgumentException(
                $"An attribute or a name of {body.Length} bytes; HDF5 holds at most {MostBytes}. Use a dataset instead."
            );
        messages.Byte(type).UInt16(body.Length).Byte(0).Bytes(body.ToArray());
    }

    private static Hdf5Encoder Space(long[] dims)
    {
        var space = new Hdf5Encoder().Byte(2).Byte(dims.Length).Byte(0).Byte(dims.Length == 0 ? 0 : 1);
        foreach (long dim in dims)
            space.Int64(dim);
        return space;
    }
}
