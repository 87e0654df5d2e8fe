using System.IO.Compression;

namespace KerasSharp.Formats.Records;

/// <summary>The stream of a record file's bytes, unpacked, and the buffer that cuts records out of them.</summary>
internal sealed class TFRecordStream : IDisposable, IAsyncDisposable
{
    private readonly Stream stream;
    private readonly RecordBuffer buffer;

    public TFRecordStream(string path, RecordCompression compression)
        : this(
            new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0),
            path,
            compression
        ) { }

    public TFRecordStream(Stream source, string file, RecordCompression compression)
    {
        stream = Unpacked(source, compression);
        buffer = new RecordBuffer(file, compression == RecordCompression.None && source.CanSeek ? source.Length - source.Position : null);
    }

    /// <summary>The next record, or false at the end.</summary>
    public bool TryRead(out ReadOnlyMemory<byte> record)
    {
        while (!buffer.TryTake(out record))
            if (!Filled(Read(buffer.Free())))
                return false;
        return true;
    }

    /// <summary>The next record, or null at the end.</summary>
    public async ValueTask<ReadOnlyMemory<byte>?> ReadAsync(CancellationToken cancellation)
    {
        ReadOnlyMemory<byte> record;
        while (!buffer.TryTake(out record))
            if (!Filled(await ReadAsync(buffer.Free(), cancellation).ConfigureAwait(false)))
                return null;
        return record;
    }

    public void Dispose() => stream.Dispose();

    public ValueTask DisposeAsync() => stream.DisposeAsync();

    private static Stream Unpacked(Stream source, RecordCompression compression) =>
        compression switch
        {
            RecordCompression.None => source,
            RecordCompression.Gzip => new GZipStream(source, CompressionMode.Decompress),
            RecordCompression.Zlib => new ZLibStream(source, CompressionMode.Decompress),
            _ => throw new ArgumentOutOfRangeException(nameof(compression), compression, "not a compression of records"),
        };

    private bool Filled(int count)
    {
        buffer.Fill(count);
        if (count == 0)
            buffer.CheckEnd();
        return count > 0;
    }

    private int Read(Memory<byte> room)
    {
        try
        {
            return stream.Read(room.Span);
        }
        catch (InvalidDataException e)
        {
            throw Damaged(e);
        }
    }

    private async ValueTask<int> ReadAsync(Memory<byte> room, CancellationToken cancellation)
    {
        try
        {
            return await stream.ReadAsync(room, cancellation).ConfigureAwait(false);
        }
        catch (InvalidDataException e)
        {
            throw Damaged(e);
        }
    }

    private FileFormatException Damaged(InvalidDataException e) =>
        buffer.Error($"the file cannot be unpacked: {e.Message} It is damaged, or not compressed in this way.", e);
}
