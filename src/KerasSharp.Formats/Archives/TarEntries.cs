namespace KerasSharp.Formats.Archives;

/// <summary>Reads tar archives, old, POSIX and GNU. System.Formats.Tar is not used: it allocates whatever size a damaged extended header declares.</summary>
internal static class TarEntries
{
    private const long MaximumExtendedHeader = 1 << 20;

    /// <summary>The entries, one after the other; an entry's content is there until the next is asked for.</summary>
    public static IEnumerable<ArchiveEntry> Read(Stream stream, ArchiveBudget budget)
    {
        var overrides = new TarOverrides(budget);
        while (NextHeader(stream, budget) is { } raw)
        {
            budget.AddEntry();
            bool isExtension = raw.Type is 'x' or 'g' or 'L' or 'K';
            var header = isExtension ? raw : overrides.Apply(raw);
            var content = new BoundedStream(stream, header.Size, problem => budget.Error($"entry '{header.Name}'", problem));
            if (isExtension)
                overrides.Take(header.Type, ReadExtension(content, header, budget));
            else
                yield return new ArchiveEntry(header.Name, Kind(header, budget), header.LinkTarget, content);
            content.Skip();
            SkipPadding(stream, header, budget);
        }
        Drain(stream);
    }

    /// <summary>The next header; null at the end mark.</summary>
    private static TarHeader? NextHeader(Stream stream, ArchiveBudget budget)
    {
        Span<byte> block = stackalloc byte[TarHeader.BlockSize];
        if (stream.ReadAtLeast(block, block.Length, throwOnEndOfStream: false) < block.Length)
            throw budget.Error("", "the tar archive ends without its end mark; it is cut off.");
        if (!block.ContainsAnyExcept((byte)0))
            return null;
        return TarHeader.Parse(block)
            ?? throw budget.Error(
                "",
                "expected an entry's header and found a block without its checksum; it is no tar archive, or damaged."
            );
    }

    private static byte[] ReadExtension(Stream content, TarHeader header, ArchiveBudget budget)
    {
        if (header.Size > MaximumExtendedHeader)
            throw budget.Error("", $"an extended header declares {header.Size} bytes; at most {MaximumExtendedHeader} are read.");
        using var data = new MemoryStream();
        content.CopyTo(data);
        return data.ToArray();
    }

    private static ArchiveEntryKind Kind(TarHeader header, ArchiveBudget budget) =>
        header.Type switch
        {
            '0' or '7' => header.Name.EndsWith('/') ? ArchiveEntryKind.Folder : ArchiveEntryKind.File,
            '1' => ArchiveEntryKind.HardLink,
            '2' => ArchiveEntryKind.SymbolicLink,
            '5' => ArchiveEntryKind.Folder,
            '3' or '4' or '6' => throw budget.Error(
                $"entry '{header.Name}'",
                "is a device or a pipe, which is refused; files, folders and links are unpacked."
            ),
            var type => throw budget.Error(
                $"entry '{header.Name}'",
                $"is of the type '{type}', which is not known; files, folders and links are unpacked."
            ),
        };

    private static void SkipPadding(Stream stream, TarHeader header, ArchiveBudget budget)
    {
        long padding = (TarHeader.BlockSize - header.Size % TarHeader.BlockSize) % TarHeader.BlockSize;
        new BoundedStream(stream, padding, problem => budget.Error($"the end of entry '{header.Name}'", problem)).Skip();
    }

    /// <summary>Reads to the end, where gzip has its checksum.</summary>
    private static void Drain(Stream stream)
    {
        Span<byte> buffer = stackalloc byte[4096];
        while (stream.Read(buffer) > 0) { }
    }
}
