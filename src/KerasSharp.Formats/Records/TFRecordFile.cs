using System.IO.Compression;
using System.Runtime.CompilerServices;

namespace KerasSharp.Formats.Records;

/// <summary>Reads and writes TFRecord files: any bytes, record after record, each with checksums. See <see cref="Example"/> for what is usually in them.</summary>
public static class TFRecordFile
{
    /// <summary>The records of a file, one at a time.</summary>
    /// <param name="path">The file.</param>
    /// <param name="compression">How the file was compressed when it was written.</param>
    /// <param name="reuseBuffer">Whether a record is valid only until the next one is asked for; that saves an array a record.</param>
    /// <exception cref="FileFormatException">While enumerating: the file is cut off, damaged, or no TFRecord file of this compression. Records before that are given.</exception>
    /// <exception cref="IOException">While enumerating: the file cannot be read.</exception>
    public static IEnumerable<ReadOnlyMemory<byte>> Read(
        string path,
        RecordCompression compression = RecordCompression.None,
        bool reuseBuffer = false
    ) => Read(() => new TFRecordStream(path, compression), reuseBuffer);

    /// <summary>The records of a stream, one at a time. The stream is closed at the end.</summary>
    /// <param name="stream">The stream, from where it stands.</param>
    /// <param name="name">What errors call it.</param>
    /// <param name="compression">How it was compressed when it was written.</param>
    /// <param name="reuseBuffer">Whether a record is valid only until the next one is asked for; that saves an array a record.</param>
    /// <exception cref="FileFormatException">While enumerating, as for a file.</exception>
    public static IEnumerable<ReadOnlyMemory<byte>> Read(
        Stream stream,
        string name,
        RecordCompression compression = RecordCompression.None,
        bool reuseBuffer = false
    ) => Read(() => new TFRecordStream(stream, name, compression), reuseBuffer);

    /// <summary>The records of a file, one at a time, without blocking a thread while the file is read.</summary>
    /// <param name="path">The file.</param>
    /// <param name="compression">How the file was compressed when it was written.</param>
    /// <param name="reuseBuffer">Whether a record is valid only until the next one is asked for; that saves an array a record.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <exception cref="FileFormatException">While enumerating, as for <see cref="Read(string, RecordCompression, bool)"/>.</exception>
    public static async IAsyncEnumerable<ReadOnlyMemory<byte>> ReadAsync(
        string path,
        RecordCompression compression = RecordCompression.None,
        bool reuseBuffer = false,
        [EnumeratorCancellation] CancellationToken cancellation = default
    )
    {
        await using var records = new TFRecordStream(path, compression);
        do
        {
            while (records.TryTake(out var record))
                yield return reuseBuffer ? record : record.ToArray();
        } while (await records.FillAsync(cancellation).ConfigureAwait(false));
    }

    /// <summary>Writes a file that is whole or not there: the old file stays until the last record is written. <see cref="TFRecordWriter"/> writes record by record.</summary>
    /// <param name="path">The file, replaced where it exists.</param>
    /// <param name="records">The records' data.</param>
    /// <param name="compression">How to compress the file.</param>
    /// <param name="level">How hard to compress it.</param>
    public static void Write(
        string path,
        IEnumerable<ReadOnlyMemory<byte>> records,
        RecordCompression compression = RecordCompression.None,
        CompressionLevel level = CompressionLevel.Optimal
    ) =>
        AtomicFile.Write(
            path,
            (Stream stream) =>
            {
                using var writer = new TFRecordWriter(stream, compression, level);
                foreach (var record in records)
                    writer.Write(record.Span);
            }
        );

    private static IEnumerable<ReadOnlyMemory<byte>> Read(Func<TFRecordStream> open, bool reuseBuffer)
    {
        using var records = open();
        do
        {
            while (records.TryTake(out var record))
                yield return reuseBuffer ? record : record.ToArray();
        } while (records.Fill());
    }
}
