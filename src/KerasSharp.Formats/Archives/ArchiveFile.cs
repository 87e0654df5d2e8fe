namespace KerasSharp.Formats.Archives;

/// <summary>Unpacks zip, tar, tar.gz and gz archives of unknown origin: nothing is written outside of the folder, and nothing at all unless everything is right.</summary>
public static class ArchiveFile
{
    /// <summary>Unpacks an archive, whose kind its first bytes tell, into a new folder.</summary>
    /// <remarks>
    /// It is unpacked into a temporary folder beside, which is renamed at the end; after a failure it is deleted. Permissions and times are not set. Symbolic links
    /// are made if they stay within the folder; hard links become copies.
    /// </remarks>
    /// <param name="archive">The archive.</param>
    /// <param name="folder">The folder to be made; it may be there already if it is empty.</param>
    /// <param name="options">The limits; the defaults if null.</param>
    /// <param name="cancellation">Stops between two entries.</param>
    /// <exception cref="FileFormatException">
    /// The archive is damaged or of another kind, an entry's name or link leaves the folder, an entry is a device, or it unpacks to more than the limits.
    /// </exception>
    /// <exception cref="IOException">The folder is there and not empty, or something cannot be read or written.</exception>
    public static void Extract(string archive, string folder, ArchiveOptions? options = null, CancellationToken cancellation = default)
    {
        AtomicFolder.Write(
            folder,
            new HashSet<string>(),
            temporary => Write(archive, temporary, options ?? ArchiveOptions.Default, cancellation)
        );
    }

    private static void Write(string archive, string root, ArchiveOptions options, CancellationToken cancellation)
    {
        var budget = new ArchiveBudget(archive, new FileInfo(archive).Length, options);
        var extraction = new ArchiveExtraction(root, budget);
        foreach (var entry in ArchiveEntries.Read(archive, budget))
        {
            cancellation.ThrowIfCancellationRequested();
            extraction.Write(entry);
        }
        extraction.Finish();
    }
}
