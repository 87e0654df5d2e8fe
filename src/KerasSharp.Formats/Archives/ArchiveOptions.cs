namespace KerasSharp.Formats.Archives;

/// <summary>How much an archive may unpack to. A few kilobytes can hold petabytes of zeros, so every archive of unknown origin needs such limits.</summary>
public sealed record ArchiveOptions
{
    /// <summary>The defaults.</summary>
    public static ArchiveOptions Default { get; } = new();

    /// <summary>How many bytes all entries may have together, 64 GiB by default.</summary>
    public long MaximumSize { get; init; } = 64L << 30;

    /// <summary>How many times the archive's own size all entries may have, 200 by default. Up to <see cref="RatioFreeSize"/> it is not looked at.</summary>
    public double MaximumRatio { get; init; } = 200;

    /// <summary>How many bytes may be unpacked whatever the ratio, 64 MiB by default.</summary>
    public long RatioFreeSize { get; init; } = 64L << 20;

    /// <summary>How many files, folders and links there may be, 10 million by default.</summary>
    public int MaximumEntries { get; init; } = 10_000_000;
}
