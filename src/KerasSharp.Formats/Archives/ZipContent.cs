using System.IO.Hashing;

namespace KerasSharp.Formats.Archives;

/// <summary>What a zip entry unpacks to, checked against the size and the checksum that the archive declares.</summary>
/// <param name="inner">The unpacked bytes.</param>
/// <param name="length">How many there must be.</param>
/// <param name="sum">Their CRC-32.</param>
/// <param name="error">Makes the error for bytes that differ.</param>
internal sealed class ZipContent(Stream inner, long length, uint sum, Func<string, FileFormatException> error) : ForwardStream
{
    /// <summary>Bytes are summed while they are still in the processor's cache.</summary>
    private const int Piece = 1 << 18;

    private long count;
    private readonly Crc32 current = new();

    public override int Read(Span<byte> buffer)
    {
        int read = inner.Read(buffer[..Math.Min(buffer.Length, Piece)]);
        count += read;
        current.Append(buffer[..read]);
        if (count > length || (read == 0 && !buffer.IsEmpty && count != length))
            throw error($"declares {length} bytes and unpacks to {(count > length ? "more" : count.ToString())}; the archive is damaged.");
        if (read == 0 && !buffer.IsEmpty && current.GetCurrentHashAsUInt32() != sum)
            throw error($"has the checksum {current.GetCurrentHashAsUInt32():X8}, and {sum:X8} is declared; the archive is damaged.");
        return read;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            inner.Dispose();
        base.Dispose(disposing);
    }
}
