namespace KerasSharp.Formats.Archives;

/// <summary>Reads another stream, which it does not close, and remembers where the last two reads began.</summary>
/// <param name="inner">A stream that knows its position.</param>
internal sealed class TrackedStream(Stream inner) : ForwardStream
{
    private long last = inner.Position;

    /// <summary>Where the read before the last began.</summary>
    public long Recent { get; private set; } = inner.Position;

    /// <summary>Up to where was read.</summary>
    public long End => inner.Position;

    public override int Read(Span<byte> buffer)
    {
        (Recent, last) = (last, inner.Position);
        return inner.Read(buffer);
    }
}
