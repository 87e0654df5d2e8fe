namespace KerasSharp.Formats.Archives;

/// <summary>Counts what an archive unpacks to and stops it where it passes the limits.</summary>
/// <param name="file">The archive, for errors.</param>
/// <param name="length">Its own size in bytes.</param>
/// <param name="options">The limits.</param>
internal sealed class ArchiveBudget(string file, long length, ArchiveOptions options)
{
    private long size;
    private int entries;

    /// <summary>The archive, for errors.</summary>
    public string File => file;

    /// <summary>The archive's own size in bytes.</summary>
    public long Length => length;

    /// <summary>Counts bytes that came out.</summary>
    public void AddBytes(long count)
    {
        size += count;
        if (size > options.MaximumSize)
            throw Error("", $"unpacks to more than {options.MaximumSize} bytes; raise {nameof(ArchiveOptions.MaximumSize)} if it should.");
        if (size > options.RatioFreeSize && size > options.MaximumRatio * length)
            throw Error(
                "",
                $"its {length} bytes unpack to more than {options.MaximumRatio} times as many; raise {nameof(ArchiveOptions.MaximumRatio)} if they should."
            );
    }

    /// <summary>Counts an entry.</summary>
    public void AddEntry()
    {
        if (++entries > options.MaximumEntries)
            throw Error("", $"has more than {options.MaximumEntries} entries; raise {nameof(ArchiveOptions.MaximumEntries)} if it should.");
    }

    /// <summary>An error of the archive.</summary>
    public FileFormatException Error(string place, string problem, Exception? inner = null) => new(file, place, problem, inner);
}
