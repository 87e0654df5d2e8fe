namespace KerasSharp.Formats.Records;

/// <summary>The bytes of a record file, unpacked, and the buffer that cuts records out of them.</summary>
internal sealed class TFRecordStream : IDisposable, IAsyncDisposable
{
    private readonly Stream source;
    private readonly UnpackedStream? unpacked;
    private readonly RecordBuffer buffer;

    public TFRecordStream(string path, RecordCompression compression)
        : this(
            new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0),
            path,
            compression
        ) { }

    public TFRecordStream(Stream source, string file, RecordCompression compression)
    {
        this.source = source;
        bool isPacked = compression != RecordCompression.None;
        unpacked = isPacked ? new UnpackedStream(source, compression) : null;
        buffer = new RecordBuffer(file, !isPacked && source.CanSeek ? source.Length - source.Position : null);
    }

    /// <summary>The next record of those that have come; false where more must come first.</summary>
    public bool TryTake(out ReadOnlyMemory<byte> record) => buffer.TryTake(out record);

    /// <summary>Lets more come; false at the end.</summary>
    public bool Fill() => Filled(Read(buffer.Free()));

    /// <summary>Lets more come without blocking a thread; false at the end.</summary>
    public async ValueTask<bool> FillAsync(CancellationToken cancellation) =>
        Filled(await ReadAsync(buffer.Free(), cancellation).ConfigureAwait(false));

    public void Dispose()
    {
        unpacked?.Dispose();
        source.Dispose();
    }

    public async ValueTask DisposeAsync()
    {
        if (unpacked is not null)
            await unpacked.DisposeAsync().ConfigureAwait(false);
        await source.DisposeAsync().ConfigureAwait(false);
    }

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
            return unpacked?.Read(room.Span) ?? source.Read(room.Span);
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
            return await (unpacked?.ReadAsync(room, cancellation) ?? source.ReadAsync(room, cancellation)).ConfigureAwait(false);
        }
        catch (InvalidDataException e)
        {
            throw Damaged(e);
        }
    }

    private FileFormatException Damaged(InvalidDataException e) =>
        buffer.Error($"the file cannot be unpacked: {e.Message} It is cut off, damaged, or not compressed in this way.", e);
}
