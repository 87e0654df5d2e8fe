namespace KerasSharp.Formats.Hdf5;

/// <summary>Finds the chunks of a dataset.</summary>
internal static class ChunkIndex
{
    /// <summary>All chunks that are stored, in no certain order.</summary>
    /// <param name="input">The file.</param>
    /// <param name="layout">Which index there is, and where.</param>
    /// <param name="grid">How the dataset is cut.</param>
    /// <param name="isFiltered">Whether chunks went through filters, so that each has its own size.</param>
    /// <param name="place">The dataset, for errors.</param>
    public static IEnumerable<Chunk> Read(Hdf5Input input, DataLayout layout, ChunkGrid grid, bool isFiltered, string place)
    {
        if (layout.Address == Hdf5Input.Undefined || grid.Count == 0)
            return [];
        var array = new ChunkArrayEntries(input, grid, isFiltered);
        return layout.Kind switch
        {
            LayoutKind.ChunkTree1 => ReadTree1(input, layout.Address, grid, place),
            LayoutKind.SingleChunk =>
            [
                new Chunk(grid.StartOf(0), layout.Address, isFiltered ? layout.SingleChunkSize : grid.ChunkSize, layout.SingleChunkMask),
            ],
            LayoutKind.ImplicitChunks => ReadImplicit(input, layout.Address, grid, place),
            LayoutKind.FixedArray => new FixedArray(input, array, place).Read(layout.Address),
            LayoutKind.ExtensibleArray => new ExtensibleArray(input, array, place).Read(layout.Address),
            _ => ReadTree2(input, layout.Address, grid, isFiltered, place),
        };
    }

    private static List<Chunk> ReadTree1(Hdf5Input input, long address, ChunkGrid grid, string place)
    {
        int rank = grid.ChunkDims.Length;
        var chunks = new List<Chunk>();
        foreach (var (key, child) in new BTree1(input, 1, 8 * (rank + 2), place).Leaves(address))
        {
            var cursor = new Hdf5Cursor(input, key, address, place);
            uint size = cursor.UInt32();
            uint mask = cursor.UInt32();
            var start = new long[rank];
            for (int i = 0; i < rank; i++)
                start[i] = cursor.Integer(8);
            chunks.Add(new Chunk(start, child, size, mask));
        }
        return chunks;
    }

    private static IEnumerable<Chunk> ReadImplicit(Hdf5Input input, long address, ChunkGrid grid, string place)
    {
        // The chunks lie one after another; a file that is too short for them ends the counting.
        for (long i = 0; i < grid.Count; i++)
        {
            long at = address + i * grid.ChunkSize;
            input.Check(at, grid.ChunkSize, place);
            yield return new Chunk(grid.StartOf(i), at, grid.ChunkSize, 0);
        }
    }

    private static List<Chunk> ReadTree2(Hdf5Input input, long address, ChunkGrid grid, bool isFiltered, string place)
    {
        int rank = grid.ChunkDims.Length;
        var tree = new BTree2(input, address, isFiltered ? 11 : 10, place);
        int sizeBytes = tree.RecordSize - input.AddressSize - 4 - 8 * rank;
        var chunks = new List<Chunk>();
        foreach (var record in tree.Records())
        {
            var cursor = new Hdf5Cursor(input, record, address, place);
            long at = cursor.Address();
            if (isFiltered && sizeBytes is < 1 or > 8)
                throw cursor.Error($"records of {tree.RecordSize} bytes. The file is damaged.");
            long size = isFiltered ? cursor.Integer(sizeBytes) : grid.ChunkSize;
            uint mask = isFiltered ? cursor.UInt32() : 0;
            var start = new long[rank];
            for (int i = 0; i < rank; i++)
                start[i] = unchecked(cursor.Integer(8) * grid.ChunkDims[i]);
            chunks.Add(new Chunk(start, at, size, mask));
        }
        return chunks;
    }
}
