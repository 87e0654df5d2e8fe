using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;

namespace KerasSharp.Formats.Archives;

/// <summary>What a gzip file unpacks to, all its members one after the other. .NET's own GZipStream takes a file that is cut off for a whole one.</summary>
/// <param name="stream">The file, at its beginning; it is not closed.</param>
/// <param name="error">Makes the error of a damaged file.</param>
internal sealed class GzipContent(Stream stream, Func<string, FileFormatException> error) : ForwardStream
{
    private const int TrailerLength = 8;
    private readonly Crc32 sum = new();
    private TrackedStream tracked = new(stream);
    private DeflateStream? member;
    private uint count;

    /// <summary>How many bytes were given so far.</summary>
    public long Unpacked { get; private set; }

    public override int Read(Span<byte> buffer)
    {
        while (!buffer.IsEmpty && (member is not null || TryBegin()))
        {
            int read = member!.Read(buffer);
            if (read > 0)
            {
                sum.Append(buffer[..read]);
                count += (uint)read;
                Unpacked += read;
                return read;
            }
            End();
        }
        return 0;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            member?.Dispose();
        base.Dispose(disposing);
    }

    /// <summary>Begins the next member, if there is one.</summary>
    private bool TryBegin()
    {
        if (!GzipHeader.TrySkip(stream, error))
            return false;
        sum.Reset();
        count = 0;
        tracked = new TrackedStream(stream);
        member = new DeflateStream(tracked, CompressionMode.Decompress, leaveOpen: true);
        return true;
    }

    /// <summary>
    /// Ends a member: goes behind its checksum and length. The decompressor has read beyond its data, nobody knows how far; but they ended within what it read
    /// last, and there these eight bytes must be.
    /// </summary>
    private void End()
    {
        member!.Dispose();
        member = null;
        var rest = new byte[tracked.End - tracked.Recent + TrailerLength];
        stream.Position = tracked.Recent;
        int length = stream.ReadAtLeast(rest, rest.Length, throwOnEndOfStream: false);
        Span<byte> trailer = stackalloc byte[TrailerLength];
        BinaryPrimitives.WriteUInt32LittleEndian(trailer, sum.GetCurrentHashAsUInt32());
        BinaryPrimitives.WriteUInt32LittleEndian(trailer[4..], count);
        int at = rest.AsSpan(0, length).IndexOf(trailer);
        if (at < 0)
            throw error("the gzip data are cut off or damaged: their checksum and length are not those of what they unpack to.");
        stream.Position = tracked.Recent + at + TrailerLength;
    }
}
