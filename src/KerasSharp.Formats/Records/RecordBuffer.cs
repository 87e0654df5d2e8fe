namespace KerasSharp.Formats.Records;

/// <summary>Bytes of a record file on their way from the stream to whole, checked records. The stream is read by others, with or without waiting.</summary>
/// <param name="file">The file's name, for errors.</param>
/// <param name="length">The bytes of the whole stream where they are known; else a record's memory grows with what really comes.</param>
internal sealed class RecordBuffer(string file, long? length)
{
    private const int FirstCapacity = 1 << 18;

    private byte[] buffer = new byte[FirstCapacity];
    private int start;
    private int end;
    private long index;

    /// <summary>Where in the stream the next record begins.</summary>
    public long Position { get; private set; }

    /// <summary>Whether bytes of a record have come that is not whole.</summary>
    public bool HasRest => end > start;

    /// <summary>The next record's data where all of it has come. They stay until <see cref="Free"/> is called.</summary>
    /// <exception cref="FileFormatException">A checksum does not fit, or the record is longer than the stream.</exception>
    public bool TryTake(out ReadOnlyMemory<byte> record)
    {
        record = default;
        var size = Size();
        if (end - start < size || end - start < RecordFrame.HeaderSize)
            return false;
        var whole = buffer.AsMemory(start, size);
        record = whole[RecordFrame.HeaderSize..^RecordFrame.FooterSize];
        if (!RecordFrame.IsDataWhole(record.Span, whole.Span[^RecordFrame.FooterSize..]))
            throw Error("the checksum of the record's data does not fit: the record is damaged. Restore the file from its source.");
        start += size;
        Position += size;
        index++;
        return true;
    }

    /// <summary>Room for more bytes, at least one; what was taken before is overwritten.</summary>
    /// <exception cref="FileFormatException">As <see cref="TryTake"/>.</exception>
    public Memory<byte> Free()
    {
        var capacity = Capacity();
        var target = capacity > buffer.Length ? new byte[capacity] : buffer;
        buffer.AsSpan(start, end - start).CopyTo(target);
        (buffer, start, end) = (target, 0, end - start);
        return buffer.AsMemory(end);
    }

    /// <summary>Tells how many bytes of <see cref="Free"/> were filled.</summary>
    public void Fill(int count) => end += count;

    /// <summary>Checks at the end of the stream that no record is cut off.</summary>
    /// <exception cref="FileFormatException">One is.</exception>
    public void CheckEnd()
    {
        if (HasRest)
            throw Error(
                $"the file ends inside the record: {Size()} bytes are expected at least, {end - start} are there. It is cut off; restore it from its source."
            );
    }

    /// <summary>An error at the record that begins at <see cref="Position"/>.</summary>
    public FileFormatException Error(string problem, Exception? inner = null) =>
        new(file, $"record {index} at byte {Position}", problem, inner);

    /// <summary>A length that the stream itself vouches for is made room for at once; one that is only told, as its bytes come.</summary>
    private long Capacity() =>
        length is not null ? Size()
        : end - start < buffer.Length ? 0
        : Math.Min(Size(), 2L * buffer.Length);

    /// <summary>The bytes of the record that begins at <see cref="start"/>, as far as known: those of its header until that has come.</summary>
    private int Size()
    {
        if (end - start < RecordFrame.HeaderSize)
            return RecordFrame.HeaderSize;
        var header = buffer.AsSpan(start, RecordFrame.HeaderSize);
        if (!RecordFrame.IsHeaderWhole(header))
            throw Error(
                "the checksum of the record's length does not fit: this is no TFRecord file, or a compressed one read without its compression, or a damaged one."
            );
        return Checked(RecordFrame.Length(header));
    }

    private int Checked(ulong data)
    {
        var most = (ulong)Math.Min(Array.MaxLength, length - Position ?? long.MaxValue);
        if (most < RecordFrame.Size || data > most - RecordFrame.Size)
            throw Error($"the record tells a length of {data} bytes, and {most} are left for it at most. It is cut off or damaged.");
        return (int)data + RecordFrame.Size;
    }
}
