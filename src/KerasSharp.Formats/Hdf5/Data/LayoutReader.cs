namespace KerasSharp.Formats.Hdf5;

/// <summary>Reads a layout message.</summary>
internal static class LayoutReader
{
    /// <summary>Reads the message of a dataset.</summary>
    public static DataLayout Read(ref Hdf5Cursor cursor)
    {
        byte version = cursor.Version(1, 4, "a data layout");
        if (version < 3)
            return ReadOld(ref cursor);
        int kind = cursor.Byte();
        return kind switch
        {
            0 => Compact(ref cursor, cursor.UInt16()),
            1 => new DataLayout(LayoutKind.Contiguous, cursor.Address()),
            2 when version == 3 => ReadTree(ref cursor),
            2 => ReadIndexed(ref cursor),
            3 => throw cursor.Error(
                "a virtual dataset, whose data are in other files. Those are not read, for safety: copy the data into this file."
            ),
            _ => throw cursor.Error($"a layout of class {kind}; 0 to 3 are known. The file is damaged."),
        };
    }

    private static DataLayout Compact(ref Hdf5Cursor cursor, long size) =>
        new(LayoutKind.Compact, 0) { Compact = cursor.Take(size).ToArray() };

    private static DataLayout ReadOld(ref Hdf5Cursor cursor)
    {
        int rank = cursor.Byte();
        int kind = cursor.Byte();
        cursor.Skip(5);
        long address = kind == 0 ? 0 : cursor.Address();
        var dims = Dims(ref cursor, rank, 4);
        return kind switch
        {
            0 => Compact(ref cursor, cursor.UInt32()),
            1 => new DataLayout(LayoutKind.Contiguous, address),
            2 => Chunked(ref cursor, LayoutKind.ChunkTree1, address, dims),
            _ => throw cursor.Error($"a layout of class {kind}; 0 to 2 are known. The file is damaged."),
        };
    }

    private static DataLayout ReadTree(ref Hdf5Cursor cursor)
    {
        int rank = cursor.Byte();
        long address = cursor.Address();
        return Chunked(ref cursor, LayoutKind.ChunkTree1, address, Dims(ref cursor, rank, 4));
    }

    private static DataLayout ReadIndexed(ref Hdf5Cursor cursor)
    {
        int flags = cursor.Byte();
        int rank = cursor.Byte();
        var dims = Dims(ref cursor, rank, cursor.Byte());
        int index = cursor.Byte();
        bool isFiltered = index == 1 && (flags & 2) != 0;
        long size = isFiltered ? cursor.Length() : 0;
        uint mask = isFiltered ? cursor.UInt32() : 0;
        // The parameters of the other indexes stand in the indexes' own headers again.
        cursor.Skip(
            index switch
            {
                3 => 1,
                4 => 5,
                5 => 6,
                _ => 0,
            }
        );
        var kind = index is >= 1 and <= 5
            ? LayoutKind.SingleChunk + (index - 1)
            : throw cursor.Error($"a chunk index of type {index}; 1 to 5 are known. The file is damaged.");
        return Chunked(ref cursor, kind, cursor.Address(), dims) with { SingleChunkSize = size, SingleChunkMask = mask };
    }

    private static long[] Dims(ref Hdf5Cursor cursor, int rank, int size)
    {
        if (size is 0 or > 8)
            throw cursor.Error($"lengths of {size} bytes. The file is damaged.");
        var dims = new long[rank];
        for (int i = 0; i < rank; i++)
            dims[i] = cursor.Integer(size);
        return dims;
    }

    private static DataLayout Chunked(ref Hdf5Cursor cursor, LayoutKind kind, long address, long[] dims) =>
        dims.Length > 1 && Array.TrueForAll(dims, dim => dim > 0)
            ? new DataLayout(kind, address) { ChunkDims = dims[..^1] }
            : throw cursor.Error($"chunks of {string.Join(" x ", dims)}. The file is damaged.");
}
