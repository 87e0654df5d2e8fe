using System.IO.Compression;
using KerasSharp.Formats.Archives;

namespace KerasSharp.Formats.Npy;

/// <summary>Reads the zip archive of an npz file, trusting none of its numbers.</summary>
internal static class NpzReader
{
    private const string Extension = ".npy";

    private const int SmallestDeflate = 64;

    /// <summary>Reads the list of entries; of two of one name the later counts, as in Python.</summary>
    public static (ZipArchive Archive, OrderedDictionary<string, ZipArchiveEntry> Entries) Open(Stream stream, string name) =>
        Guarded(
            name,
            "",
            () =>
            {
                var archive = new ZipArchive(stream, ZipArchiveMode.Read);
                var entries = new OrderedDictionary<string, ZipArchiveEntry>();
                foreach (var entry in archive.Entries)
                    entries[NameOf(entry)] = entry;
                CheckLengths(archive, stream.Length, name);
                return (archive, entries);
            }
        );

    /// <summary>Reads an array and compares the checksum of its bytes.</summary>
    public static NpyArray Read(ZipArchiveEntry entry, NpySource source, long maximumBytes)
    {
        var place = $"array '{source.Array}'";
        if (entry.Length > maximumBytes)
            throw new FileFormatException(
                source.File,
                place,
                $"expected at most {maximumBytes} bytes, got {entry.Length}; where the file can be trusted and memory is enough, raise maximumBytes"
            );
        return Guarded(
            source.File,
            place,
            () =>
            {
                using var content = new ZipContent(
                    entry.Open(),
                    entry.Length,
                    entry.Crc32,
                    problem => new FileFormatException(source.File, place, problem)
                );
                var array = NpyReader.Read(content, entry.Length, source);
                // The end tells length and checksum.
                content.CopyTo(Stream.Null);
                return array;
            }
        );
    }

    private static string NameOf(ZipArchiveEntry entry) =>
        entry.FullName.EndsWith(Extension, StringComparison.Ordinal) ? entry.FullName[..^Extension.Length] : entry.FullName;

    private static void CheckLengths(ZipArchive archive, long fileLength, string name)
    {
        long packed = 0;
        foreach (var entry in archive.Entries)
        {
            packed += entry.CompressedLength;
            if (entry.CompressedLength < 0 || entry.Length < 0 || packed > fileLength)
                throw new FileFormatException(
                    name,
                    entry.FullName,
                    $"the entries claim {packed} bytes and more, the file has {fileLength}"
                );
            if (entry.Length / Deflate.MaximumExpansion > entry.CompressedLength + SmallestDeflate)
                throw new FileFormatException(
                    name,
                    entry.FullName,
                    $"{entry.CompressedLength} compressed bytes cannot hold the {entry.Length} bytes that they claim"
                );
        }
    }

    /// <summary>The zip reader tells of damage in many ways; here it has one.</summary>
    private static T Guarded<T>(string name, string place, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception e)
            when (e
                    is InvalidDataException
                        or IOException
                        or NotSupportedException
                        or ArgumentException
                        or OverflowException
                        or IndexOutOfRangeException
            )
        {
            throw new FileFormatException(
                name,
                place,
                $"expected a sound npz archive (a zip file of npy files): {e.Message} Get the file again.",
                e
            );
        }
    }
}
