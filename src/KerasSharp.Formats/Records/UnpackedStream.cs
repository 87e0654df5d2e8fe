using System.IO.Compression;

namespace KerasSharp.Formats.Records;

/// <summary>The bytes of a packed stream, which are refused where the stream ends before it is whole.</summary>
internal sealed class UnpackedStream : IDisposable, IAsyncDisposable
{
    private readonly RecordCompression compression;
    private readonly PackedSource source;
    private readonly Stream unpacked;
    private Adler32 adler = new();
    private uint length;

    public UnpackedStream(Stream stream, RecordCompression compression)
    {
        this.compression = compression;
        source = new PackedSource(stream);
        unpacked = compression switch
        {
            RecordCompression.Gzip => new GZipStream(source, CompressionMode.Decompress),
            RecordCompression.Zlib => new ZLibStream(source, CompressionMode.Decompress),
            _ => throw new ArgumentOutOfRangeException(nameof(compression), compression, "not a compression of records"),
        };
    }

    /// <exception cref="InvalidDataException">The stream is not packed so, damaged, or cut off.</exception>
    public int Read(Span<byte> buffer) => Checked(buffer, unpacked.Read(buffer));

    /// <exception cref="InvalidDataException">The stream is not packed so, damaged, or cut off.</exception>
    public async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellation)
    {
        int count = await unpacked.ReadAsync(buffer, cancellation).ConfigureAwait(false);
        return Checked(buffer.Span, count);
    }

    public void Dispose() => unpacked.Dispose();

    public ValueTask DisposeAsync() => unpacked.DisposeAsync();

    private int Checked(ReadOnlySpan<byte> buffer, int count)
    {
        length += (uint)count;
        if (compression == RecordCompression.Zlib)
            adler.Add(buffer[..count]);
        return count > 0 || source.IsEmpty || source.EndsWith(compression, length, adler.Value)
            ? count
            : throw new InvalidDataException("The packed stream ends too early.");
    }
}
