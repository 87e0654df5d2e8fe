using System.IO.Compression;

namespace KerasSharp.Formats.Npy;

/// <summary>Reads and writes npz archives: several NumPy arrays by name, what <c>np.savez</c> writes and <c>np.load</c> reads.</summary>
/// <remarks>An opened archive reads each array when it is asked for. Safe for several threads.</remarks>
public sealed class NpzFile : IDisposable
{
    private readonly string name;
    private readonly ZipArchive archive;
    private readonly OrderedDictionary<string, ZipArchiveEntry> entries;
    private readonly long maximumBytes;
    private readonly Lock reading = new();

    private NpzFile(string name, ZipArchive archive, OrderedDictionary<string, ZipArchiveEntry> entries, long maximumBytes) =>
        (this.name, this.archive, this.entries, this.maximumBytes) = (name, archive, entries, maximumBytes);

    /// <summary>The names of the arrays in the order of the archive, without their <c>.npy</c>.</summary>
    public IReadOnlyList<string> Names => entries.Keys;

    /// <summary>Reads an array.</summary>
    /// <param name="array">Its name, without <c>.npy</c>.</param>
    /// <exception cref="KeyNotFoundException">There is none of that name; the message lists all.</exception>
    /// <exception cref="FileFormatException">It is damaged, too large, or one of objects or of structures.</exception>
    public NpyArray this[string array]
    {
        get
        {
            ArgumentNullException.ThrowIfNull(array);
            if (!entries.TryGetValue(array, out var entry))
                throw new KeyNotFoundException($"'{name}' has no array '{array}'; it has {string.Join(", ", Names)}.");
            lock (reading)
                return NpzReader.Read(entry, new NpySource(name, array), maximumBytes);
        }
    }

    /// <summary>Opens an archive and reads its list of arrays.</summary>
    /// <param name="path">The file.</param>
    /// <param name="maximumBytes">The largest array that is read, in bytes; null for the memory of this machine. An archive can claim much more than it is long.</param>
    /// <exception cref="FileFormatException">No zip archive, or a damaged one.</exception>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public static NpzFile Open(string path, long? maximumBytes = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return Open(File.OpenRead(path), path, maximumBytes);
    }

    /// <summary>Opens an archive in a stream, which is closed with it.</summary>
    /// <param name="stream">A stream that can seek.</param>
    /// <param name="name">What errors call the stream.</param>
    /// <param name="maximumBytes">The largest array that is read, in bytes; null for the memory of this machine.</param>
    /// <exception cref="FileFormatException">No zip archive, or a damaged one.</exception>
    public static NpzFile Open(Stream stream, string name = "stream", long? maximumBytes = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        try
        {
            var (archive, entries) = NpzReader.Open(stream, name);
            return new NpzFile(name, archive, entries, maximumBytes ?? GC.GetGCMemoryInfo().TotalAvailableMemoryBytes);
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }

    /// <summary>Loads all arrays of an archive, in its order.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="FileFormatException">The archive or an array in it is damaged, or an array is one of objects or of structures.</exception>
    public static OrderedDictionary<string, NpyArray> Load(string path)
    {
        using var file = Open(path);
        return new(file.Names.Select(array => KeyValuePair.Create(array, file[array])));
    }

    /// <summary>Writes an archive. The file appears whole or not at all, and the same arrays give the same bytes.</summary>
    /// <param name="path">The file; one of that name is replaced.</param>
    /// <param name="arrays">The arrays by name, in the order in which they are written; a dictionary will do.</param>
    /// <param name="compression">How hard to compress: not at all as <c>np.savez</c> does, or as <c>np.savez_compressed</c> with <see cref="CompressionLevel.Optimal"/>.</param>
    /// <exception cref="ArgumentException">Two arrays have one name, or one has none.</exception>
    public static void Save(
        string path,
        IEnumerable<KeyValuePair<string, NpyArray>> arrays,
        CompressionLevel compression = CompressionLevel.NoCompression
    )
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(arrays);
        AtomicFile.Write(path, (Stream stream) => NpzWriter.Write(stream, arrays, compression));
    }

    /// <summary>Whether there is an array of that name.</summary>
    /// <param name="array">Its name, without <c>.npy</c>.</param>
    public bool Contains(string array) => entries.ContainsKey(array);

    /// <summary>Closes the file.</summary>
    public void Dispose() => archive.Dispose();
}
