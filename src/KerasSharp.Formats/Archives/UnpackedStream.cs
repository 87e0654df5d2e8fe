namespace KerasSharp.Formats.Archives;

/// <summary>What a decompressor gives, counted against the archive's limits; its complaints become those of the file.</summary>
/// <param name="inner">The decompressor.</param>
/// <param name="budget">The limits.</param>
/// <param name="place">What is unpacked, for errors.</param>
internal sealed class UnpackedStream(Stream inner, ArchiveBudget budget, string place) : ForwardStream
{
    public override int Read(Span<byte> buffer)
    {
        try
        {
            int count = inner.Read(buffer);
            budget.AddBytes(count);
            return count;
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException)
        {
            throw budget.Error(place, "the compressed data are damaged or cut off.", e);
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            inner.Dispose();
        base.Dispose(disposing);
    }
}
