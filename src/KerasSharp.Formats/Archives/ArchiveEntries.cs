namespace KerasSharp.Formats.Archives;

/// <summary>The entries of an archive of any known kind, told by its first bytes: zip, tar, gzip-compressed tar, a single gzip-compressed file.</summary>
internal static class ArchiveEntries
{
    /// <summary>Reads an archive. Nothing of the names, kinds and links is judged here.</summary>
    /// <param name="path">The archive.</param>
    /// <param name="options">The limits; the defaults if null.</param>
    /// <exception cref="FileFormatException">The archive is damaged, of another kind, or passes the limits.</exception>
    public static IEnumerable<ArchiveEntry> Read(string path, ArchiveOptions? options = null)
    {
        foreach (var entry in Read(path, new ArchiveBudget(path, new FileInfo(path).Length, options ?? ArchiveOptions.Default)))
            yield return entry;
    }

    /// <summary>The same against limits that count more than what is read here.</summary>
    public static IEnumerable<ArchiveEntry> Read(string path, ArchiveBudget budget)
    {
        using var stream = File.OpenRead(path);
        var start = Peek(stream);
        var entries =
            start.AsSpan().StartsWith("PK\x03\x04"u8) || start.AsSpan().StartsWith("PK\x05\x06"u8) ? ZipEntries.Read(stream, budget)
            : start is [0x1F, 0x8B, ..] ? ReadGzip(stream, path, budget)
            : TarHeader.IsHeader(start) || IsEmptyTar(start, path) ? TarEntries.Read(stream, budget)
            : throw Unknown(start, budget);
        foreach (var entry in entries)
            yield return entry;
    }

    private static IEnumerable<ArchiveEntry> ReadGzip(FileStream stream, string path, ArchiveBudget budget)
    {
        bool isTar;
        using (var beginning = Unpack(stream, budget))
        {
            var start = Peek(beginning);
            isTar = TarHeader.IsHeader(start) || IsEmptyTar(start, path);
        }
        stream.Position = 0;
        using var unpacked = Unpack(stream, budget);
        if (!isTar)
            yield return new ArchiveEntry(NameWithin(path), ArchiveEntryKind.File, "", unpacked);
        else
            foreach (var entry in TarEntries.Read(unpacked, budget))
                yield return entry;
    }

    private static UnpackedStream Unpack(Stream stream, ArchiveBudget budget) =>
        new(new GzipContent(stream, problem => budget.Error("", problem)), budget, "the gzip data");

    /// <summary>The first block, shorter where there is less; the stream goes back to its beginning where it can.</summary>
    private static byte[] Peek(Stream stream)
    {
        var block = new byte[TarHeader.BlockSize];
        int count = stream.ReadAtLeast(block, block.Length, throwOnEndOfStream: false);
        if (stream.CanSeek)
            stream.Position = 0;
        return block[..count];
    }

    private static bool IsEmptyTar(byte[] start, string path) =>
        start.Length == TarHeader.BlockSize
        && !start.AsSpan().ContainsAnyExcept((byte)0)
        && Path.GetFileName(path) is var name
        && (name.Contains(".tar", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".tgz", StringComparison.OrdinalIgnoreCase));

    private static string NameWithin(string path)
    {
        string name = Path.GetFileName(path);
        return name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) && name.Length > 3 ? name[..^3] : name + ".unpacked";
    }

    private static FileFormatException Unknown(byte[] start, ArchiveBudget budget)
    {
        string kind =
            start.AsSpan().StartsWith("BZh"u8) ? "bzip2, which is not read"
            : start.AsSpan().StartsWith("\xFD7zXZ"u8) || start is [0xFD, 0x37, 0x7A, 0x58, 0x5A, ..] ? "xz, which is not read"
            : $"bytes {Convert.ToHexString(start.AsSpan(0, Math.Min(8, start.Length)))}";
        return budget.Error(
            "byte 0",
            $"expected a zip, tar, tar.gz or gz archive, got {kind}. Pack it anew, or unpack it by another program."
        );
    }
}
