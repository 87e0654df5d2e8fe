namespace KerasSharp.Formats.Hdf5;

/// <summary>Collects texts of any length and writes the collections that hold them.</summary>
internal sealed class GlobalHeapEncoder(long address)
{
    // An index has two bytes; a collection is cut long before.
    private const int MostObjects = 4096;
    private const int MostBytes = 1 << 20;
    private const int LeastSize = 4096;
    private const int HeadSize = 16;

    private readonly List<byte[]> finished = [];
    private Hdf5Encoder current = new();
    private int count;
    private long start = address;

    /// <summary>Where the last collection ends, once <see cref="Finish"/> was called.</summary>
    public long End => start;

    /// <summary>Keeps a text.</summary>
    /// <returns>The element that refers to it.</returns>
    public byte[] Add(byte[] text)
    {
        if (text.Length == 0)
            return new byte[HeadSize];
        if (count == MostObjects || current.Length >= MostBytes)
            Finish();
        count++;
        current.UInt16(count).UInt16(1).UInt32(0).Int64(text.Length).Bytes(text).Align8();
        return new Hdf5Encoder().UInt32((uint)text.Length).Int64(start).UInt32((uint)count).ToArray();
    }

    /// <summary>Ends the collection that is being filled.</summary>
    public void Finish()
    {
        if (count == 0)
            return;
        // What is left over is an object too, whose own head needs room.
        long size = Math.Max(LeastSize, 2 * HeadSize + current.Length);
        long rest = size - HeadSize - current.Length;
        finished.Add(
            new Hdf5Encoder()
                .Bytes("GCOL"u8)
                .UInt32(1)
                .Int64(size)
                .Bytes(current.ToArray())
                .Int64(0)
                .Int64(rest)
                .Zeros(rest - HeadSize)
                .ToArray()
        );
        start += size;
        (current, count) = (new Hdf5Encoder(), 0);
    }

    /// <summary>Writes all collections.</summary>
    public void Write(Stream stream)
    {
        foreach (var collection in finished)
            stream.Write(collection);
    }
}
