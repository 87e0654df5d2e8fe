using System.Buffers;
using System.IO.Compression;

namespace KerasSharp.Formats.Records;

/// <summary>Writes records one by one, for files whose records are made while writing. Not safe for several threads.</summary>
/// <remarks>The file grows under its own name; <see cref="TFRecordFile.Write"/> makes one that is whole or not there.</remarks>
public sealed class TFRecordWriter : IDisposable
{
    private const int BufferSize = 1 << 16;

    private readonly Stream stream;
    private readonly ArrayBufferWriter<byte> pending = new(BufferSize);

    /// <summary>A writer of a new file.</summary>
    /// <param name="path">The file, replaced where it exists; missing folders are made.</param>
    /// <param name="compression">How to compress the file; the reader must be told.</param>
    /// <param name="level">How hard to compress it.</param>
    public TFRecordWriter(
        string path,
        RecordCompression compression = RecordCompression.None,
        CompressionLevel level = CompressionLevel.Optimal
    )
        : this(Create(path), compression, level) { }

    /// <summary>A writer to a stream, which is closed with the writer.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="compression">How to compress it; the reader must be told.</param>
    /// <param name="level">How hard to compress it.</param>
    public TFRecordWriter(
        Stream stream,
        RecordCompression compression = RecordCompression.None,
        CompressionLevel level = CompressionLevel.Optimal
    ) =>
        this.stream = compression switch
        {
            RecordCompression.None => stream,
            RecordCompression.Gzip => new GZipStream(stream, level),
            RecordCompression.Zlib => new ZLibStream(stream, level),
            _ => throw new ArgumentOutOfRangeException(nameof(compression), compression, "not a compression of records"),
        };

    /// <summary>Appends a record.</summary>
    /// <param name="data">Any bytes, also none.</param>
    public void Write(ReadOnlySpan<byte> data)
    {
        var size = data.Length + RecordFrame.Size;
        var record = pending.GetSpan(size)[..size];
        data.CopyTo(record[RecordFrame.HeaderSize..]);
        RecordFrame.Close(record);
        pending.Advance(size);
        if (pending.WrittenCount >= BufferSize)
            Empty();
    }

    /// <summary>Appends an example.</summary>
    public void Write(Example example) => Write(example.ToBytes());

    /// <summary>Appends a sequence example.</summary>
    public void Write(SequenceExample example) => Write(example.ToBytes());

    /// <summary>Hands everything written so far to the system.</summary>
    public void Flush()
    {
        Empty();
        stream.Flush();
    }

    /// <summary>Writes what is left and closes the file.</summary>
    public void Dispose()
    {
        try
        {
            Empty();
        }
        finally
        {
            stream.Dispose();
        }
    }

    private void Empty()
    {
        if (pending.WrittenCount == 0)
            return;
        stream.Write(pending.WrittenSpan);
        pending.ResetWrittenCount();
    }

    private static FileStream Create(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        return new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 0);
    }
}
