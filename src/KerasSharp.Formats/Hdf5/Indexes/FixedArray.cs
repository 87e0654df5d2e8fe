namespace KerasSharp.Formats.Hdf5;

/// <summary>The index of a chunked dataset whose shape cannot grow.</summary>
internal sealed class FixedArray(Hdf5Input input, ChunkArrayEntries entries, string place)
{
    private readonly string place = $"{place}, fixed array";

    /// <summary>Reads all entries.</summary>
    public List<Chunk> Read(long address)
    {
        var head = input.Block(address, 12L + input.LengthSize + input.AddressSize, place);
        head.Signature("FAHD"u8);
        head.Version(0, 0, "a fixed array");
        int client = head.Byte();
        int entrySize = head.Byte();
        int pageBits = head.Byte();
        long count = head.Length();
        long block = head.Address();
        head.Checksum();
        if (!entries.Fits(client, entrySize) || pageBits > 31)
            throw head.Error($"entries of class {client} and {entrySize} bytes. The file is damaged.");
        return block == Hdf5Input.Undefined ? [] : ReadBlock(block, Math.Min(count, entries.Count), count, entrySize, 1L << pageBits);
    }

    private List<Chunk> ReadBlock(long address, long wanted, long count, int entrySize, long pageLength)
    {
        // Every entry takes bytes of the file, so a count that the file has no room for is refused here.
        input.Check(address, UInt128.Min((UInt128)count * (UInt128)entrySize, long.MaxValue) is var size ? (long)size : 0, place);
        var chunks = new List<Chunk>();
        bool isPaged = count > pageLength;
        long pages = isPaged ? (count - 1) / pageLength + 1 : 0;
        long headSize = 6L + input.AddressSize + (pages + 7) / 8;
        var block = input.Block(address, headSize + (isPaged ? 0 : count * entrySize) + 4, place);
        block.Signature("FADB"u8);
        block.Skip(2L + input.AddressSize);
        var bitmap = block.Take((pages + 7) / 8);
        if (!isPaged)
            entries.Read(ref block, wanted, entrySize, chunks);
        long at = address + headSize + 4;
        for (long page = 0; page < pages; page++)
        {
            long length = Math.Min(pageLength, count - page * pageLength);
            bool isWritten = (bitmap[(int)(page / 8)] & 0x80 >> (int)(page % 8)) != 0;
            if (isWritten)
                ReadPage(at, length, entrySize, chunks);
            else
                entries.Skip(length);
            at += pageLength * entrySize + 4;
        }
        return chunks;
    }

    private void ReadPage(long address, long length, int entrySize, List<Chunk> chunks)
    {
        var page = input.Block(address, length * entrySize + 4, place);
        entries.Read(ref page, length, entrySize, chunks);
        page.Checksum();
    }
}
