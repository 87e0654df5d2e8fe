using System.Buffers.Binary;
using KerasSharp.Formats.Checksums;

namespace KerasSharp.Formats.Checkpoints.Tables;

/// <summary>Reads a file of LevelDB's table format: sorted keys and values in blocks, each with its checksum.</summary>
internal sealed class TableReader
{
    // Keys share what they begin with, so that few bytes may tell many keys; more than this is no honest table.
    private const long MaxExpansion = 256;
    private const int MaxSnappyExpansion = 64;

    private readonly string path;
    private readonly byte[] file;

    private TableReader(string path) => (this.path, file) = (path, File.ReadAllBytes(path));

    /// <summary>All keys and values, in the order of the keys.</summary>
    /// <exception cref="FileFormatException">The file is no whole table.</exception>
    public static List<(byte[] Key, ReadOnlyMemory<byte> Value)> Read(string path) => new TableReader(path).Entries();

    private List<(byte[] Key, ReadOnlyMemory<byte> Value)> Entries()
    {
        var entries = new List<(byte[] Key, ReadOnlyMemory<byte> Value)>();
        ulong end = 0;
        long keyBytes = 0;
        foreach (var (_, value) in Block(IndexHandle()).Entries())
        {
            var rest = value.Span;
            if (!BlockHandle.TryRead(ref rest, out var handle) || handle.Offset < end)
                throw Error("", "the index of the table does not lead from one block to the next.");
            end = handle.Offset + handle.Size;
            foreach (var entry in Block(handle).Entries())
            {
                if (entries.Count > 0 && entry.Key.AsSpan().SequenceCompareTo(entries[^1].Key) <= 0)
                    throw Error($"byte {handle.Offset}", "the keys are not in order.");
                keyBytes += entry.Key.Length;
                if (keyBytes > MaxExpansion * file.Length)
                    throw Error($"byte {handle.Offset}", "the keys are far longer than the file.");
                entries.Add(entry);
            }
        }
        return entries;
    }

    private BlockHandle IndexHandle()
    {
        if (file.Length < TableFormat.FooterSize)
            throw Error(
                "",
                $"it has {file.Length} bytes, fewer than the {TableFormat.FooterSize} of a table's end. It is empty or cut off."
            );
        ReadOnlySpan<byte> footer = file.AsSpan(file.Length - TableFormat.FooterSize);
        if (BinaryPrimitives.ReadUInt64LittleEndian(footer[^sizeof(ulong)..]) != TableFormat.Magic)
            throw Error(
                $"byte {file.Length - sizeof(ulong)}",
                "the number that ends a table was expected. The file is cut off, or no index of a checkpoint."
            );
        footer = footer[..^sizeof(ulong)];
        return BlockHandle.TryRead(ref footer, out _) && BlockHandle.TryRead(ref footer, out var index)
            ? index
            : throw Error($"byte {file.Length - TableFormat.FooterSize}", "the table's end does not tell where its index is.");
    }

    private TableBlock Block(BlockHandle handle)
    {
        var place = $"byte {handle.Offset}";
        if (handle.Offset > (ulong)file.Length || handle.Size > (ulong)file.Length - handle.Offset)
            throw Error(place, $"a block of {handle.Size} bytes was expected; the file has {file.Length}.");
        var (start, size) = ((int)handle.Offset, (int)handle.Size);
        if (size + TableFormat.TrailerSize > file.Length - start)
            throw Error(place, "the file ends within a block.");
        uint expected = BinaryPrimitives.ReadUInt32LittleEndian(file.AsSpan(start + size + 1));
        if (Crc32C.Masked(file.AsSpan(start, size + 1)) != expected)
            throw Error(place, "the checksum of a block is wrong: the file is damaged.");
        var content = new ReadOnlyMemory<byte>(file, start, size);
        return new TableBlock(Expand(content, file[start + size], place), problem => Error(place, problem));
    }

    private ReadOnlyMemory<byte> Expand(ReadOnlyMemory<byte> block, byte kind, string place)
    {
        if (kind == TableFormat.NotCompressed)
            return block;
        if (kind != TableFormat.Snappy)
            throw Error(place, $"a block is compressed in the way {kind}; only 0 (not at all) and 1 (Snappy) are known.");
        try
        {
            int length = Snappier.Snappy.GetUncompressedLength(block.Span);
            if (length >= 0 && length <= (long)MaxSnappyExpansion * block.Length)
                return Snappier.Snappy.DecompressToArray(block.Span);
        }
        catch (Exception e) when (e is InvalidDataException or ArgumentException or InvalidOperationException or OverflowException)
        {
            throw new FileFormatException(path, place, "a block is not compressed by Snappy as it says.", e);
        }
        throw Error(place, "a compressed block says that it is far larger than its bytes can tell.");
    }

    private FileFormatException Error(string place, string problem) => new(path, place, problem);
}
