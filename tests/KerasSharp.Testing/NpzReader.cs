using System.IO.Compression;

namespace KerasSharp.Testing;

/// <summary>The arrays of a .npz file held in memory, each read when it is asked for.</summary>
/// <remarks>Safe for several threads.</remarks>
internal sealed class NpzReader
{
    private const string Extension = ".npy";
    private readonly Dictionary<string, ZipArchiveEntry> entries = [];

    public NpzReader(byte[] file)
    {
        var archive = new ZipArchive(new MemoryStream(file, writable: false), ZipArchiveMode.Read);
        foreach (ZipArchiveEntry entry in archive.Entries)
            entries[entry.FullName.EndsWith(Extension) ? entry.FullName[..^Extension.Length] : entry.FullName] = entry;
    }

    public IReadOnlyCollection<string> Names => entries.Keys;

    public GoldenArray? Find(string name) => entries.TryGetValue(name, out ZipArchiveEntry? entry) ? NpyReader.Read(Bytes(entry)) : null;

    private byte[] Bytes(ZipArchiveEntry entry)
    {
        lock (entries)
            return entry.ReadAll();
    }
}
