using System.IO.Hashing;

namespace KerasSharp.Formats.Npy;

/// <summary>Reads an entry of a zip archive and compares its length and checksum with the declared ones at its end.</summary>
internal sealed class CheckedStream(Stream content, long declaredLength, uint declaredChecksum) : Stream
{
    /// <summary>Bytes are summed in pieces that are still in the processor's cache.</summary>
    private const int Piece = 1 << 18;
    private readonly Crc32 checksum = new();
    private long position;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => declaredLength;

    public override long Position
    {
        get => position;
        set => throw new NotSupportedException();
    }

    public override int Read(Span<byte> buffer)
    {
        var read = content.Read(buffer[..Math.Min(buffer.Length, Piece)]);
        checksum.Append(buffer[..read]);
        position += read;
        return read;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <summary>Reads what is left and checks the whole.</summary>
    /// <exception cref="InvalidDataException">Another length or checksum than declared.</exception>
    public void ReadToEnd()
    {
        var rest = new byte[Piece];
        while (position <= declaredLength && Read(rest) > 0) { }
        if (position != declaredLength)
            throw new InvalidDataException($"Expected {declaredLength} bytes, got {(position > declaredLength ? "more" : position)}.");
        if (checksum.GetCurrentHashAsUInt32() is var sum && sum != declaredChecksum)
            throw new InvalidDataException($"Expected bytes with the checksum (CRC-32) {declaredChecksum:x8}, got {sum:x8}.");
    }

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            content.Dispose();
        base.Dispose(disposing);
    }
}
