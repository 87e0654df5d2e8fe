using System.Text;
using KerasSharp.Formats.Checkpoints.Tables;
using KerasSharp.Formats.Protobuf;

namespace KerasSharp.Formats.Checkpoints.Bundles;

/// <summary>What the index of a checkpoint tells: which tensors there are and where.</summary>
internal sealed class BundleIndex
{
    // One letter a byte, as the keys of a tensor's parts are no text.
    private static readonly Encoding Letters = Encoding.Latin1;

    private readonly Dictionary<string, BundleEntryProto> entries = new(StringComparer.Ordinal);
    private readonly List<string> names = [];

    private BundleIndex(string path) => Path = path;

    /// <summary>The index's file.</summary>
    public string Path { get; }

    /// <summary>The number of files that hold the values, and the rest of the header.</summary>
    public BundleHeaderProto Header { get; private set; } = new();

    /// <summary>The keys of the tensors in the order of their bytes, without those of parts.</summary>
    public IReadOnlyList<string> Names => names;

    /// <summary>All entries, those of parts too.</summary>
    public IReadOnlyCollection<BundleEntryProto> Entries => entries.Values;

    /// <summary>Reads an index.</summary>
    /// <exception cref="FileFormatException">The file is none, or of a checkpoint that this version cannot read.</exception>
    public static BundleIndex Read(string path)
    {
        var index = new BundleIndex(path);
        foreach (var (key, value) in TableReader.Read(path))
            if (key.Length == 0)
                index.SetHeader(ProtobufFile.Parse<BundleHeaderProto>(value.ToArray(), path, "the header of a checkpoint"));
            else
                index.Add(key, ProtobufFile.Parse<BundleEntryProto>(value.ToArray(), path, "the entry of a tensor"));
        return index.Header.NumShards > 0
            ? index
            : throw new FileFormatException(path, "", "a table was found, but not the header of a checkpoint's index.");
    }

    /// <summary>The entry of a tensor, or null.</summary>
    public BundleEntryProto? Find(string name) => Find(Encoding.UTF8.GetBytes(name));

    /// <summary>The entry of a key, or null.</summary>
    public BundleEntryProto? Find(byte[] key) => entries.GetValueOrDefault(Letters.GetString(key));

    private void Add(byte[] key, BundleEntryProto entry)
    {
        entries.Add(Letters.GetString(key), entry);
        if (key[0] != 0)
            names.Add(Encoding.UTF8.GetString(key));
    }

    private void SetHeader(BundleHeaderProto header)
    {
        if (header.Endianness != BundleHeaderProto.Types.Endianness.Little)
            throw new FileFormatException(
                Path,
                "header",
                "the numbers have their highest byte first (big-endian), which is not supported."
            );
        if (header.Version is { MinConsumer: > 1 } version)
            throw new FileFormatException(Path, "header", $"version 1 is the latest known; the checkpoint wants {version.MinConsumer}.");
        Header = header;
    }
}
