using KerasSharp.Formats.Checksums;

namespace KerasSharp.Formats.Checkpoints.Tables;

/// <summary>Writes a file of LevelDB's table format, with blocks as large as TensorFlow's and not compressed.</summary>
internal static class TableWriter
{
    private const int BlockSize = 256 * 1024;

    /// <summary>Writes a table.</summary>
    /// <param name="stream">Where to; at its beginning.</param>
    /// <param name="entries">Keys and values, sorted by the bytes of the keys.</param>
    public static void Write(Stream stream, IEnumerable<(byte[] Key, byte[] Value)> entries)
    {
        var (data, index) = (new BlockBuilder(), new BlockBuilder());
        foreach (var (key, value) in entries)
        {
            data.Add(key, value);
            if (data.Length >= BlockSize)
                Flush(stream, data, index);
        }
        if (data.Length > 0)
            Flush(stream, data, index);
        var meta = WriteBlock(stream, new BlockBuilder().Finish());
        WriteFooter(stream, meta, WriteBlock(stream, index.Finish()));
    }

    private static void Flush(Stream stream, BlockBuilder data, BlockBuilder index)
    {
        var key = data.LastKey;
        using var handle = new MemoryStream();
        WriteBlock(stream, data.Finish()).Write(handle);
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
