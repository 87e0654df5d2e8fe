using System.Numerics;

namespace KerasSharp.Formats.Hdf5;

/// <summary>A B-tree of version 2: records of equal size, of links, attributes, huge objects or chunks.</summary>
internal sealed class BTree2
{
    private const int NodeOverhead = 10;

    // With two records a node, 2^32 records would need this depth.
    private const int MostDepth = 32;

    private readonly Hdf5Input input;
    private readonly string place;
    private readonly int type;
    private readonly long nodeSize;
    private readonly long root;
    private readonly long rootCount;
    private readonly int depth;
    private readonly int countSize;
    private readonly int[] totalSizes;
    private readonly HashSet<long> seen = [];

    /// <summary>Reads the tree's header.</summary>
    /// <param name="input">The file.</param>
    /// <param name="address">Where the tree is.</param>
    /// <param name="type">What the records must be.</param>
    /// <param name="place">What the tree belongs to, for errors.</param>
    public BTree2(Hdf5Input input, long address, int type, string place)
    {
        (this.input, this.type, this.place) = (input, type, $"{place}, B-tree");
        var cursor = input.Block(address, 22L + input.AddressSize + input.LengthSize, this.place);
        cursor.Signature("BTHD"u8);
        cursor.Version(0, 0, "a B-tree");
        if (cursor.Byte() is var found && found != type)
            throw cursor.Error($"records of type {found} where type {type} was expected. The file is damaged.");
        nodeSize = cursor.UInt32();
        RecordSize = cursor.UInt16();
        depth = cursor.UInt16();
        cursor.Skip(2);
        root = cursor.Address();
        rootCount = cursor.UInt16();
        cursor.Skip(input.LengthSize);
        cursor.Checksum();
        if (RecordSize == 0 || nodeSize < NodeOverhead + RecordSize || depth > MostDepth)
            throw cursor.Error($"nodes of {nodeSize} bytes for records of {RecordSize}, {depth} deep. The file is damaged.");
        (countSize, totalSizes) = Sizes();
    }

    /// <summary>The bytes of a record.</summary>
    public int RecordSize { get; }

    /// <summary>All records in order.</summary>
    public IReadOnlyList<byte[]> Records()
    {
        var records = new List<byte[]>();
        if (root != Hdf5Input.Undefined && rootCount > 0)
            ReadNode(root, rootCount, depth, records);
        return records;
    }

    // How many bytes the counts in child pointers take depends on how many records a subtree can hold.
    private (int CountSize, int[] TotalSizes) Sizes()
    {
        long most = (nodeSize - NodeOverhead) / RecordSize;
        int size = BytesFor(most);
        var totals = new int[depth + 1];
        UInt128 total = (UInt128)most;
        for (int level = 1; level <= depth; level++)
        {
            int pointer = input.AddressSize + size + totals[level - 1];
            long records = Math.Max(nodeSize - NodeOverhead - pointer, 0) / (RecordSize + pointer);
            total = UInt128.Min((UInt128)(records + 1) * total + (UInt128)records, long.MaxValue);
            totals[level] = BytesFor((long)total);
        }
        return (size, totals);
    }

    private static int BytesFor(long most) => BitOperations.Log2((ulong)Math.Max(most, 1)) / 8 + 1;

    private void ReadNode(long address, long count, int level, List<byte[]> records)
    {
        if (!seen.Add(address))
            throw input.Error(place, $"the node at byte {address} is met twice. The file is damaged.");
        if (count > nodeSize / RecordSize)
            throw input.Error(place, $"the node at byte {address} should have {count} records, more than fit. The file is damaged.");
        bool isLeaf = level == 0;
        int pointer = isLeaf ? 0 : input.AddressSize + countSize + (level > 1 ? totalSizes[level - 1] : 0);
        var cursor = input.Block(address, NodeOverhead + count * RecordSize + (isLeaf ? 0 : (count + 1) * pointer), place);
        cursor.Signature(isLeaf ? "BTLF"u8 : "BTIN"u8);
        cursor.Version(0, 0, "a node");
        if (cursor.Byte() != type)
            throw cursor.Error("a node of another tree. The file is damaged.");
        var own = cursor.Part(count * RecordSize);
        var children = cursor.Part(isLeaf ? 0 : (count + 1) * pointer);
        cursor.Checksum();
        for (int i = 0; i <= count; i++)
        {
            if (!isLeaf)
                ReadChild(ref children, level, records);
            if (i < count)
                records.Add(own.Take(RecordSize).ToArray());
        }
    }

    private void ReadChild(ref Hdf5Cursor children, int level, List<byte[]> records)
    {
        long address = children.Address();
        long count = children.Integer(countSize);
        children.Skip(level > 1 ? totalSizes[level - 1] : 0);
        ReadNode(address, count, level - 1, records);
    }
}
