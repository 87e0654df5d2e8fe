using System.IO.Compression;

namespace KerasSharp.Formats.Npy;

/// <summary>Writes the zip archive of an npz file.</summary>
internal static class NpzWriter
{
    /// <summary>The first day that a zip archive knows, which NumPy writes too, so that equal arrays give equal files.</summary>
    private static readonly DateTimeOffset Timeless = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static void Write(Stream stream, IEnumerable<KeyValuePair<string, NpyArray>> arrays, CompressionLevel compression)
    {
        var names = new HashSet<string>();
        using var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);
        foreach (var (name, array) in arrays)
        {
            if (string.IsNullOrEmpty(name) || array is null || !names.Add(name))
                throw new ArgumentException(
                    $"Every array needs a name of its own, got '{name}' twice, or without a name or an array.",
                    nameof(arrays)
                );
            var entry = archive.CreateEntry(name + ".npy", compression);
            entry.LastWriteTime = Timeless;
            using var content = entry.Open();
            NpyFile.Save(content, array);
        }
    }
}
