using System.IO.Compression;
using System.Text;

namespace KerasSharp.Formats.Archives;

/// <summary>Reads zip archives.</summary>
internal static class ZipEntries
{
    private const int UnixTypeShift = 28;
    private const int UnixFile = 8;
    private const int UnixFolder = 4;
    private const int UnixLink = 10;
    private const int MaximumTarget = 4096;

    /// <summary>The entries, one after the other; an entry's content is there until the next is asked for.</summary>
    public static IEnumerable<ArchiveEntry> Read(Stream stream, ArchiveBudget budget)
    {
        using var archive = Guarded(budget, "", () => new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true));
        foreach (var entry in Guarded(budget, "the central directory", () => archive.Entries))
        {
            budget.AddEntry();
            string place = $"entry '{entry.FullName}'";
            if (entry.IsEncrypted)
                throw budget.Error(place, "is encrypted; unpack it with its password by another program.");
            using var content = Open(entry, budget, place);
            var kind = Kind(entry, budget, place);
            string target = kind == ArchiveEntryKind.SymbolicLink ? Target(content, budget, place) : "";
            yield return new ArchiveEntry(entry.FullName, kind, target, content);
        }
    }

    private static ZipContent Open(ZipArchiveEntry entry, ArchiveBudget budget, string place) =>
        new(
            new UnpackedStream(Guarded(budget, place, entry.Open), budget, place),
            entry.Length,
            entry.Crc32,
            problem => budget.Error(place, problem)
        );

    private static ArchiveEntryKind Kind(ZipArchiveEntry entry, ArchiveBudget budget, string place) =>
        ((entry.ExternalAttributes >>> UnixTypeShift) & 0xF) switch
        {
            0 or UnixFile or UnixFolder => entry.FullName.EndsWith('/') ? ArchiveEntryKind.Folder : ArchiveEntryKind.File,
            UnixLink => ArchiveEntryKind.SymbolicLink,
            _ => throw budget.Error(place, "is a device or a pipe, which is refused; files, folders and links are unpacked."),
        };

    private static string Target(Stream content, ArchiveBudget budget, string place)
    {
        var target = new byte[MaximumTarget];
        int length = content.ReadAtLeast(target, target.Length, throwOnEndOfStream: false);
        return length < MaximumTarget
            ? Encoding.UTF8.GetString(target, 0, length)
            : throw budget.Error(place, "is a link whose target is too long.");
    }

    private static T Guarded<T>(ArchiveBudget budget, string place, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException or ArgumentException or NotSupportedException)
        {
            throw budget.Error(place, $"is no zip archive, or a damaged one: {e.Message}", e);
        }
    }
}
