namespace KerasSharp.Formats.Hdf5;

/// <summary>Takes chunks back through the filters that they went through.</summary>
/// <param name="filters">The filters in the order of writing.</param>
/// <param name="size">The bytes of a whole chunk.</param>
/// <param name="elementSize">The bytes of one element.</param>
internal sealed class FilterPipeline(Filter[] filters, int size, int elementSize)
{
    /// <summary>The elements of a chunk.</summary>
    /// <param name="stored">What the file has.</param>
    /// <param name="mask">A bit for every filter that was left out for this chunk.</param>
    /// <param name="fail">Makes the error of a chunk that cannot be undone.</param>
    public byte[] Undo(byte[] stored, uint mask, Func<string, FileFormatException> fail)
    {
        var bytes = stored;
        for (int i = filters.Length - 1; i >= 0; i--)
            if (i >= 32 || (mask >> i & 1) == 0)
                bytes = Undo(filters[i], bytes, fail);
        return bytes.Length == size ? bytes : throw fail($"it has {bytes.Length} bytes where {size} were expected. The file is damaged.");
    }

    private byte[] Undo(Filter filter, byte[] bytes, Func<string, FileFormatException> fail) =>
        filter.Id switch
        {
            Filter.Deflate => DeflateFilter.Undo(bytes, size, fail),
            Filter.Shuffle => ShuffleFilter.Undo(
                bytes,
                filter.Parameters is [> 0 and <= int.MaxValue and var set, ..] ? (int)set : elementSize
            ),
            Filter.Fletcher => FletcherFilter.Undo(bytes, fail),
            Filter.Lzf => LzfFilter.Undo(bytes, size, fail),
            _ => throw fail(
                $"it was written with the filter {filter.Id}, which is not known here. Write the file with gzip, lzf, shuffle or fletcher32 instead."
            ),
        };
}
