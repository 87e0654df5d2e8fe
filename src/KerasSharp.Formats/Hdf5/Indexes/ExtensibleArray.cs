using System.Numerics;

namespace KerasSharp.Formats.Hdf5;

/// <summary>The index of a chunked dataset that can grow in one dimension.</summary>
internal sealed class ExtensibleArray(Hdf5Input input, ChunkArrayEntries entries, string place)
{
    private readonly string place = $"{place}, extensible array";
    private readonly List<Chunk> chunks = [];
    private int entrySize;
    private int offsetSize;
    private long leastBlockLength;
    private long pageLength;

    /// <summary>Reads all entries.</summary>
    public List<Chunk> Read(long address)
    {
        var head = input.Block(address, 16L + 6L * input.LengthSize + input.AddressSize, place);
        head.Signature("EAHD"u8);
        head.Version(0, 0, "an extensible array");
        int client = head.Byte();
        entrySize = head.Byte();
        int bits = head.Byte();
        int inIndex = head.Byte();
        leastBlockLength = head.Byte();
        int leastPointers = head.Byte();
        int pageBits = head.Byte();
        head.Skip(6L * input.LengthSize);
        long index = head.Address();
        head.Checksum();
        bool isSane =
            bits is > 0 and <= 64 && pageBits <= 31 && BitOperations.IsPow2(leastBlockLength) && BitOperations.IsPow2(leastPointers);
        if (!entries.Fits(client, entrySize) || !isSane || leastBlockLength == 0 || leastPointers == 0)
            throw head.Error($"entries of class {client} and {entrySize} bytes, {bits} bits, sizes that do not fit. The file is damaged.");
        (offsetSize, pageLength) = ((bits + 7) / 8, 1L << pageBits);
        if (index != Hdf5Input.Undefined)
            ReadIndex(index, inIndex, leastPointers, 1 + bits - BitOperations.Log2((ulong)leastBlockLength));
        return chunks;
    }

    private void ReadIndex(long address, int inIndex, int leastPointers, int superBlocks)
    {
        int direct = 2 * (leastPointers - 1);
        int firstSuper = 2 * BitOperations.Log2((uint)leastPointers);
        int pointers = direct + Math.Max(superBlocks - firstSuper, 0);
        var block = input.Block(address, 10L + input.AddressSize + (long)inIndex * entrySize + (long)pointers * input.AddressSize, place);
        block.Signature("EAIB"u8);
        block.Skip(2L + input.AddressSize);
        entries.Read(ref block, inIndex, entrySize, chunks);
        for (int super = 0; super < firstSuper; super++)
        for (int i = 0; i < BlocksOf(super); i++)
            ReadBlock(block.Address(), LengthOf(super), null);
        for (int super = firstSuper; super < superBlocks && entries.Left > 0; super++)
            ReadSuper(block.Address(), super);
    }

    private static long BlocksOf(int super) => 1L << super / 2;

    private long LengthOf(int super) => leastBlockLength << Math.Min((super + 1) / 2, 40);

    private void ReadSuper(long address, int super)
    {
        long blocks = BlocksOf(super);
        long length = LengthOf(super);
        if (address == Hdf5Input.Undefined)
        {
            entries.Skip((long)UInt128.Min((UInt128)blocks * (UInt128)length, long.MaxValue));
            return;
        }
        long bitmapSize = length > pageLength ? (length / pageLength + 7) / 8 : 0;
        input.Check(address, blocks, place);
        var block = input.Block(address, 10L + input.AddressSize + offsetSize + blocks * (bitmapSize + input.AddressSize), place);
        block.Signature("EASB"u8);
        block.Skip(2L + input.AddressSize + offsetSize);
        var bitmaps = block.Part(blocks * bitmapSize);
        for (long i = 0; i < blocks && entries.Left > 0; i++)
            ReadBlock(block.Address(), length, bitmaps.Take(bitmapSize).ToArray());
    }

    private void ReadBlock(long address, long length, byte[]? bitmap)
    {
        if (address == Hdf5Input.Undefined || entries.Left == 0)
        {
            entries.Skip(length);
            return;
        }
        bool isPaged = length > pageLength;
        long headSize = 6L + input.AddressSize + offsetSize;
        input.Check(address, length, place);
        var block = input.Block(address, headSize + (isPaged ? 0 : length * entrySize) + 4, place);
        block.Signature("EADB"u8);
        block.Skip(2L + input.AddressSize + offsetSize);
        if (isPaged)
            ReadPages(address + headSize + 4, length / pageLength, bitmap);
        else
            entries.Read(ref block, Math.Min(length, entries.Left), entrySize, chunks);
    }

    private void ReadPages(long address, long pages, byte[]? bitmap)
    {
        for (long page = 0; page < pages && entries.Left > 0; page++, address += pageLength * entrySize + 4)
        {
            bool isWritten = bitmap is null || (bitmap[page / 8] & 0x80 >> (int)(page % 8)) != 0;
            if (!isWritten)
            {
                entries.Skip(pageLength);
                continue;
            }
            var block = input.Block(address, pageLength * entrySize + 4, place);
            entries.Read(ref block, pageLength, entrySize, chunks);
        }
    }
}
