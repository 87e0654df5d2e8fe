namespace KerasSharp.Formats.Hdf5;

/// <summary>The bytes of variable-length elements, kept in collections. Safe for several threads.</summary>
internal sealed class GlobalHeap(Hdf5Input input)
{
    private readonly Dictionary<long, Dictionary<int, byte[]>> collections = [];
    private long left = input.Length;

    /// <summary>The bytes of the element that a reference of length, address and index means.</summary>
    public byte[] Read(ref Hdf5Cursor reference)
    {
        uint length = reference.UInt32();
        long address = reference.Address();
        int index = (int)reference.UInt32();
        if (length == 0 || address is 0 or Hdf5Input.Undefined)
            return [];
        if (!Collection(address).TryGetValue(index, out var bytes) || bytes.Length < length)
            throw reference.Error($"the global heap at byte {address} has no object {index} of {length} bytes. The file is damaged.");
        return bytes.Length == length ? bytes : bytes[..(int)length];
    }

    private Dictionary<int, byte[]> Collection(long address)
    {
        lock (collections)
        {
            if (!collections.TryGetValue(address, out var objects))
                collections[address] = objects = ReadCollection(address);
            return objects;
        }
    }

    private Dictionary<int, byte[]> ReadCollection(long address)
    {
        const string Place = "global heap";
        var head = input.Block(address, 8 + input.LengthSize, Place);
        head.Signature("GCOL"u8);
        head.Version(1, 1, "a global heap");
        head.Skip(3);
        long size = head.Length();
        // Collections lie beside each other. Were they allowed to overlap, a small file could make a reader copy it thousands of times.
        left -= Math.Max(size, 0);
        if (left < 0)
            throw head.Error("the collections of the global heap have more bytes than the file. The file is damaged.");
        var block = input.Block(address, size, Place);
        block.Skip(8 + input.LengthSize);
        var objects = new Dictionary<int, byte[]>();
        while (block.Remaining >= 8 + input.LengthSize)
        {
            int index = block.UInt16();
            block.Skip(6);
            long length = block.Length();
            if (index == 0)
                break;
            objects[index] = block.Take(length).ToArray();
            block.Skip(Math.Min((8 - length % 8) % 8, block.Remaining));
        }
        return objects;
    }
}
