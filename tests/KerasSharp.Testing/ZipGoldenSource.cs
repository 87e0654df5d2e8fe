using System.IO.Compression;

namespace KerasSharp.Testing;

/// <summary>A family's archive, opened once.</summary>
internal sealed class ZipGoldenSource : IGoldenSource
{
    private readonly Dictionary<string, ZipArchiveEntry> entries;

    public ZipGoldenSource(string path)
    {
        Location = path;
        entries = ZipFile.OpenRead(path).Entries.ToDictionary(entry => entry.FullName);
    }

    public string Location { get; }

    public IEnumerable<string> Files => entries.Keys;

    public byte[]? Read(string file)
    {
        if (!entries.TryGetValue(file, out ZipArchiveEntry? entry))
            return null;
        lock (entries)
            return entry.ReadAll();
    }
}
