namespace KerasSharp.Formats.Hdf5;

/// <summary>Bytes in memory.</summary>
internal sealed class MemorySource(ReadOnlyMemory<byte> bytes) : ByteSource
{
    public override long Length => bytes.Length;

    public override void Read(long offset, Span<byte> target)
    {
        if (offset < 0 || offset > Length - target.Length)
            throw new EndOfStreamException();
        bytes.Span.Slice((int)offset, target.Length).CopyTo(target);
    }
}
