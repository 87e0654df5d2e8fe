namespace KerasSharp.Formats.Hdf5;

/// <summary>Bytes that can be read at any place: a file, a part of one, or memory. Safe for several threads.</summary>
internal abstract class ByteSource : IDisposable
{
    /// <summary>How many bytes there are.</summary>
    public abstract long Length { get; }

    /// <summary>Fills a buffer from a place.</summary>
    /// <exception cref="EndOfStreamException">There are not so many bytes.</exception>
    public abstract void Read(long offset, Span<byte> target);

    /// <summary>Closes the file.</summary>
    public virtual void Dispose() { }
}
