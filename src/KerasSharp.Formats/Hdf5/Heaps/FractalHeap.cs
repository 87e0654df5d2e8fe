using System.Numerics;

namespace KerasSharp.Formats.Hdf5;

/// <summary>Where newer groups and objects keep many links or attributes.</summary>
internal sealed class FractalHeap
{
    private readonly Hdf5Input input;
    private readonly string place;
    private readonly int idLength;
    private readonly bool isChecked;
    private readonly int tableWidth;
    private readonly long startSize;
    private readonly long mostDirectSize;
    private readonly int offsetSize;
    private readonly int lengthSize;
    private readonly long root;
    private readonly int rootRows;
    private readonly long hugeTree;

    /// <summary>Reads the heap's header.</summary>
    public FractalHeap(Hdf5Input input, long address, string path)
    {
        (this.input, place) = (input, $"'{path}', fractal heap");
        var cursor = input.Block(address, 26 + 12L * input.LengthSize + 3L * input.AddressSize, place);
        cursor.Signature("FRHP"u8);
        cursor.Version(0, 0, "a fractal heap");
        idLength = cursor.UInt16();
        int filters = cursor.UInt16();
        isChecked = (cursor.Byte() & 2) != 0;
        long mostManaged = cursor.UInt32();
        cursor.Skip(input.LengthSize);
        hugeTree = cursor.Address();
        cursor.Skip(9L * input.LengthSize + input.AddressSize);
        tableWidth = cursor.UInt16();
        startSize = cursor.Length();
        mostDirectSize = cursor.Length();
        int heapBits = cursor.UInt16();
        cursor.Skip(2);
        root = cursor.Address();
        rootRows = cursor.UInt16();
        if (filters != 0)
            throw cursor.Error("a compressed fractal heap, which this reader does not know. Save the file without it.");
        cursor.Checksum();
        CheckSizes(ref cursor, heapBits);
        offsetSize = (heapBits + 7) / 8;
        lengthSize = Math.Min(
            (BitOperations.Log2((ulong)mostDirectSize) + 7) / 8,
            BitOperations.Log2((ulong)Math.Max(mostManaged, 1)) / 8 + 1
        );
    }

    /// <summary>The bytes of an object.</summary>
    /// <param name="id">Its identity, as a B-tree's record has it.</param>
    public Hdf5Cursor Read(ReadOnlySpan<byte> id)
    {
        var cursor = new Hdf5Cursor(input, id, 0, $"{place}, an identity");
        int kind = cursor.Byte() >> 4 & 3;
        return kind switch
        {
            0 => Managed(cursor.Integer(offsetSize), cursor.Integer(lengthSize)),
            1 => Huge(cursor),
            2 => Tiny(id, cursor),
            _ => throw cursor.Error($"an object of kind {kind}; 0 to 2 are known. The file is damaged."),
        };
    }

    private void CheckSizes(ref Hdf5Cursor cursor, int heapBits)
    {
        bool sizesFit = BitOperations.IsPow2(startSize) && BitOperations.IsPow2(mostDirectSize) && startSize <= mostDirectSize;
        if (
            !sizesFit
            || mostDirectSize > int.MaxValue
            || !BitOperations.IsPow2(tableWidth)
            || tableWidth == 0
            || heapBits is 0 or > 64
            || rootRows > 64
        )
            throw cursor.Error("the sizes of the blocks are no powers of two in order. The file is damaged.");
    }

    private Hdf5Cursor Managed(long offset, long length)
    {
        long block = root;
        long blockStart = 0;
        // A root without rows is one direct block; else each level of indirect blocks leads to a smaller one.
        for (int rows = rootRows, row = 0; rows > 0; rows = RowsOf(row))
        {
            (row, long child, long start) = Child(block, blockStart, rows, offset);
            (block, blockStart) = (child, start);
            if (BlockSize(row) <= mostDirectSize)
                break;
        }
        CheckDirect(block);
        return input.Block(block + (offset - blockStart), length, place);
    }

    private (int Row, long Address, long Start) Child(long block, long blockStart, int rows, long offset)
    {
        var cursor = input.Block(block, 5L + input.AddressSize + offsetSize + (long)rows * tableWidth * input.AddressSize + 4, place);
        cursor.Signature("FHIB"u8);
        cursor.Skip(1L + input.AddressSize + offsetSize);
        long start = blockStart;
        for (int row = 0; row < rows; row++)
        for (int column = 0; column < tableWidth; column++)
        {
            long child = cursor.Address();
            if (offset < start + BlockSize(row))
                return (row, child, start);
            start += BlockSize(row);
        }
        throw cursor.Error($"no block holds offset {offset}. The file is damaged.");
    }

    private long BlockSize(int row) => startSize << Math.Min(Math.Max(row - 1, 0), 40);

    private int RowsOf(int row) => BitOperations.Log2((ulong)BlockSize(row)) - BitOperations.Log2((ulong)(startSize * tableWidth)) + 1;

    private void CheckDirect(long block)
    {
        var cursor = input.Block(block, 5L + input.AddressSize + offsetSize + (isChecked ? 4 : 0), place);
        cursor.Signature("FHDB"u8);
    }

    private Hdf5Cursor Tiny(ReadOnlySpan<byte> id, Hdf5Cursor cursor)
    {
        bool isLong = idLength - 1 > 16;
        int length = (isLong ? (id[0] & 15) << 8 | cursor.Byte() : id[0] & 15) + 1;
        return new Hdf5Cursor(input, cursor.Take(length), 0, place);
    }

    private Hdf5Cursor Huge(Hdf5Cursor cursor)
    {
        if (input.AddressSize + input.LengthSize <= idLength - 1)
        {
            long address = cursor.Address();
            return input.Block(address, cursor.Length(), place);
        }
        long wanted = cursor.Integer(Math.Min(input.LengthSize, idLength - 1));
        foreach (var bytes in new BTree2(input, hugeTree, 1, place).Records())
        {
            var record = new Hdf5Cursor(input, bytes, 0, place);
            var (address, length) = (record.Address(), record.Length());
            if (record.Length() == wanted)
                return input.Block(address, length, place);
        }
        throw cursor.Error($"no huge object {wanted}. The file is damaged.");
    }
}
