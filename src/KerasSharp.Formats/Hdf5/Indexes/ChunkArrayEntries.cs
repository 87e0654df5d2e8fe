namespace KerasSharp.Formats.Hdf5;

/// <summary>Reads the entries of fixed and extensible arrays, one a chunk in row order.</summary>
internal sealed class ChunkArrayEntries(Hdf5Input input, ChunkGrid grid, bool isFiltered)
{
    private long number;

    /// <summary>How many chunks there are.</summary>
    public long Count => grid.Count;

    /// <summary>How many entries are still to come.</summary>
    public long Left => grid.Count - number;

    /// <summary>Whether the array's class fits the dataset.</summary>
    public bool Fits(int client, int entrySize) =>
        client == (isFiltered ? 1 : 0)
        && (isFiltered ? entrySize - input.AddressSize - 4 is >= 1 and <= 8 : entrySize == input.AddressSize);

    /// <summary>Reads entries of an array, those that are not stored left out.</summary>
    public void Read(ref Hdf5Cursor cursor, long count, int entrySize, List<Chunk> chunks)
    {
        for (; count > 0; count--)
        {
            var entry = cursor.Part(entrySize);
            long address = entry.Address();
            long size = isFiltered ? entry.Integer(entrySize - input.AddressSize - 4) : grid.ChunkSize;
            uint mask = isFiltered ? entry.UInt32() : 0;
            if (address != Hdf5Input.Undefined && number < grid.Count)
                chunks.Add(new Chunk(grid.StartOf(number), address, size, mask));
            number++;
        }
    }

    /// <summary>Leaves entries out that were never written.</summary>
    public void Skip(long count) => number += Math.Min(count, Left);
}
