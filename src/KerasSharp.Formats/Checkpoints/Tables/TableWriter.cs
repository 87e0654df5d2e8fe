using KerasSharp.Formats.Checksums;

namespace KerasSharp.Formats.Checkpoints.Tables;

/// <summary>Writes a file of LevelDB's table format, with blocks as large as TensorFlow's and not compressed.</summary>
internal static class TableWriter
{
    private const int BlockSize = 256 * 1024;
    private const int DataRestarts = 16;
    private const int IndexRestarts = 1;

    /// <summary>Writes a table.</summary>
    /// <param name="stream">Where to; at its beginning.</param>
    /// <param name="entries">Keys and values, sorted by the bytes of the keys.</param>
    public static void Write(Stream stream, IEnumerable<(byte[] Key, byte[] Value)> entries)
    {
        var (data, index) = (new BlockBuilder(DataRestarts), new BlockBuilder(IndexRestarts));
        BlockHandle? full = null;
        byte[] last = [];
        foreach (var (key, value) in entries)
        {
            if (full is not null)
                Add(index, SeparatorKey.Between(last, key), full.Value);
            full = null;
            data.Add(key, value);
            last = key;
            if (data.Length >= BlockSize)
                full = WriteBlock(stream, data.Finish());
        }
        if (!data.IsEmpty)
            full = WriteBlock(stream, data.Finish());
        var meta = WriteBlock(stream, new BlockBuilder(DataRestarts).Finish());
        if (full is not null)
            Add(index, SeparatorKey.After(last), full.Value);
        WriteFooter(stream, meta, WriteBlock(stream, index.Finish()));
    }

    private static void Add(BlockBuilder index, byte[] key, BlockHandle block)
    {
        using var handle = new MemoryStream();
        block.Write(handle);
        index.Add(key, handle.ToArray());
    }

    private static BlockHandle WriteBlock(Stream stream, byte[] block)
    {
        var handle = new BlockHandle((ulong)stream.Position, (ulong)block.Length);
        uint checksum = Crc32C.Mask(Crc32C.Extend(Crc32C.Compute(block), [TableFormat.NotCompressed]));
        stream.Write(block);
        stream.WriteByte(TableFormat.NotCompressed);
        stream.Write(BitConverter.GetBytes(checksum));
        return handle;
    }

    private static void WriteFooter(Stream stream, BlockHandle meta, BlockHandle index)
    {
        using var footer = new MemoryStream(TableFormat.FooterSize);
        meta.Write(footer);
        index.Write(footer);
        footer.SetLength(TableFormat.FooterSize - sizeof(ulong));
        footer.Position = footer.Length;
        footer.Write(BitConverter.GetBytes(TableFormat.Magic));
        footer.WriteTo(stream);
    }
}
