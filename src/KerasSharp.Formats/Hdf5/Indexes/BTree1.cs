namespace KerasSharp.Formats.Hdf5;

/// <summary>A B-tree of version 1: of an old-style group's links, or of chunks.</summary>
internal sealed class BTree1(Hdf5Input input, int type, int keySize, string place)
{
    private readonly string place = $"{place}, B-tree";
    private readonly HashSet<long> seen = [];

    /// <summary>The children of all leaves in order, each with the key before it.</summary>
    public IReadOnlyList<(byte[] Key, long Child)> Leaves(long root)
    {
        var leaves = new List<(byte[], long)>();
        if (root != Hdf5Input.Undefined)
            Read(root, null, leaves);
        return leaves;
    }

    private void Read(long address, int? expectedLevel, List<(byte[] Key, long Child)> leaves)
    {
        if (!seen.Add(address))
            throw input.Error(place, $"the node at byte {address} is met twice. The file is damaged.");
        var (level, entries) = ReadNode(address, expectedLevel);
        if (level == 0)
            leaves.AddRange(entries);
        else
            foreach (var (_, child) in entries)
                Read(child, level - 1, leaves);
    }

    private (int Level, List<(byte[] Key, long Child)> Entries) ReadNode(long address, int? expectedLevel)
    {
        int headSize = 8 + 2 * input.AddressSize;
        var head = input.Block(address, headSize, place);
        head.Signature("TREE"u8);
        if (head.Byte() is var found && found != type)
            throw head.Error($"a node of type {found} where type {type} was expected. The file is damaged.");
        int level = head.Byte();
        // Levels that count down to 0 end the recursion, whatever the children say.
        if (expectedLevel is { } expected && level != expected)
            throw head.Error($"a node of level {level} where level {expected} was expected. The file is damaged.");
        int count = head.UInt16();
        var block = input.Block(address + headSize, (long)count * (keySize + input.AddressSize), place);
        var entries = new List<(byte[], long)>();
        for (int i = 0; i < count; i++)
            entries.Add((block.Take(keySize).ToArray(), block.Address()));
        return (level, entries);
    }
}
