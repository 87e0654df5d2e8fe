using KerasSharp.Formats.Checksums;
using KerasSharp.Formats.Protobuf;
using Microsoft.Win32.SafeHandles;

namespace KerasSharp.Formats.Checkpoints.Bundles;

/// <summary>Reads the bytes of tensors from the files that hold them.</summary>
/// <param name="prefix">The checkpoint's prefix.</param>
/// <param name="shards">The number of files.</param>
internal sealed class BundleData(string prefix, int shards)
{
    private const int ChunkSize = 1 << 20;

    /// <summary>The bytes of all files that entries are in, once they were checked.</summary>
    public long Length { get; private set; }

    /// <summary>Checks that the files are there and as long as the entries say.</summary>
    /// <exception cref="FileFormatException">They are not.</exception>
    public void Check(IEnumerable<BundleEntryProto> entries)
    {
        foreach (var shard in entries.Where(entry => entry.Slices.Count == 0).GroupBy(entry => entry.ShardId))
        {
            var file = Shard(shard.Key);
            if (shard.Key < 0 || shard.Key >= shards)
                throw new FileFormatException(BundlePaths.Index(prefix), "", $"an entry is in file {shard.Key} of {shards}.");
            if (!File.Exists(file))
                throw new FileFormatException(file, "", "the file with the checkpoint's values is missing. Copy it beside the index.");
            long length = new FileInfo(file).Length;
            Length += length;
            foreach (var entry in shard)
                if (entry.Offset < 0 || entry.Size < 0 || entry.Offset > length || entry.Size > length - entry.Offset)
                    throw new FileFormatException(
                        file,
                        $"byte {entry.Offset}",
                        $"a tensor of {entry.Size} bytes was expected; the file has {length} bytes. It is cut off."
                    );
        }
    }

    /// <summary>Reads a tensor's bytes to memory that has room for them, checking their checksum.</summary>
    /// <exception cref="FileFormatException">The checksum is wrong, or the file ends.</exception>
    public unsafe void ReadTo(BundleEntryProto entry, nint memory, string key)
    {
        using var file = Open(entry);
        uint checksum = 0;
        for (long done = 0; done < entry.Size; )
        {
            var chunk = new Span<byte>((byte*)memory + done, (int)Math.Min(ChunkSize, entry.Size - done));
            int read = RandomAccess.Read(file, chunk, entry.Offset + done);
            if (read == 0)
                throw Error(entry, key, "the file ends within its values.");
            checksum = Crc32C.Extend(checksum, chunk[..read]);
            done += read;
        }
        if (Crc32C.Mask(checksum) != entry.Crc32C)
            throw Error(entry, key, "the checksum of its values is wrong: the file is damaged.");
    }

    /// <summary>Reads a tensor's bytes without a look at their checksum.</summary>
    /// <exception cref="FileFormatException">They are more than an array can have, or the file ends.</exception>
    public byte[] ReadRaw(BundleEntryProto entry, string key)
    {
        if (entry.Size > Array.MaxLength)
            throw Error(entry, key, $"its {entry.Size} bytes are more than can be read at once.");
        using var file = Open(entry);
        var bytes = new byte[entry.Size];
        int done = 0;
        for (int read = 1; done < bytes.Length && read > 0; done += read)
            read = RandomAccess.Read(file, bytes.AsSpan(done), entry.Offset + done);
        return done == bytes.Length ? bytes : throw Error(entry, key, "the file ends within its values.");
    }

    /// <summary>An error about a tensor's values.</summary>
    public FileFormatException Error(BundleEntryProto entry, string key, string problem) =>
        new(Shard(entry.ShardId), $"byte {entry.Offset}", $"tensor '{key}': {problem}");

    private SafeFileHandle Open(BundleEntryProto entry) => File.OpenHandle(Shard(entry.ShardId), options: FileOptions.SequentialScan);

    private string Shard(int shard) => BundlePaths.Shard(prefix, shard, shards);
}
