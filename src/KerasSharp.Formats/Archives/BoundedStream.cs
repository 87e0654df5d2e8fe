namespace KerasSharp.Formats.Archives;

/// <summary>A forward stream of exactly as many bytes as were declared, in another stream, which it does not close.</summary>
/// <param name="inner">Where the bytes come from.</param>
/// <param name="length">How many there must be.</param>
/// <param name="error">Makes the error for too few bytes.</param>
internal sealed class BoundedStream(Stream inner, long length, Func<string, FileFormatException> error) : ForwardStream
{
    private long count;

    public override int Read(Span<byte> buffer)
    {
        if (count == length || buffer.IsEmpty)
            return 0;
        int read = inner.Read(buffer[..(int)Math.Min(buffer.Length, length - count)]);
        if (read == 0)
            throw error($"expected {length} bytes, and {count} are there; the archive is cut off or damaged.");
        count += read;
        return read;
    }

    /// <summary>Reads what is left.</summary>
    public void Skip()
    {
        Span<byte> buffer = stackalloc byte[4096];
        while (Read(buffer) > 0) { }
    }
}
