using System.Buffers.Binary;
using KerasSharp.Formats.Archives;

namespace KerasSharp.Formats.Records;

/// <summary>
/// A packed stream on its way to be unpacked, of which the last bytes are kept. .NET takes a packed stream that ends too early for one that
/// ends; what a whole one ends with tells them apart.
/// </summary>
internal sealed class PackedSource(Stream source) : ForwardStream
{
    private const int TailSize = sizeof(uint);
    private readonly byte[] tail = new byte[TailSize];

    /// <summary>Whether no byte has come.</summary>
    public bool IsEmpty { get; private set; } = true;

    /// <summary>Whether the stream ends like a gzip stream of so many bytes or, as zlib, of that checksum.</summary>
    public bool EndsWith(RecordCompression compression, uint length, uint adler) =>
        compression == RecordCompression.Gzip
            ? BinaryPrimitives.ReadUInt32LittleEndian(tail) == length
            : BinaryPrimitives.ReadUInt32BigEndian(tail) == adler;

    public override int Read(Span<byte> buffer) => Seen(buffer, source.Read(buffer));

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        int count = await source.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        return Seen(buffer.Span, count);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            source.Dispose();
        base.Dispose(disposing);
    }

    private int Seen(ReadOnlySpan<byte> buffer, int count)
    {
        IsEmpty &= count == 0;
        int kept = Math.Min(count, TailSize);
        tail.AsSpan(kept).CopyTo(tail);
        buffer.Slice(count - kept, kept).CopyTo(tail.AsSpan(TailSize - kept));
        return count;
    }
}
