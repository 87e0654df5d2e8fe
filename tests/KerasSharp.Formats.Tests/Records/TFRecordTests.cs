using KerasSharp.Formats.Checksums;
using KerasSharp.Formats.Records;

namespace KerasSharp.Formats.Tests.Records;

/// <summary>Writing and reading of record files without a reference.</summary>
public sealed class TFRecordTests
{
    private static ReadOnlyMemory<byte>[] Some()
    {
        var random = new Random(5);
        return
        [
            .. new[] { 0, 1, 11, 12, 13, 1000, 300_000, 5_000_000, 7 }.Select(length =>
            {
                var bytes = new byte[length];
                random.NextBytes(bytes);
                return (ReadOnlyMemory<byte>)bytes;
            }),
        ];
    }

    private static string Temporary() => Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.tfrecord");

    [TestCase(RecordCompression.None)]
    [TestCase(RecordCompression.Gzip)]
    [TestCase(RecordCompression.Zlib)]
    public async Task What_is_written_is_read(RecordCompression compression)
    {
        var path = Temporary();
        TFRecordFile.Write(path, Some(), compression);
        var read = TFRecordFile.Read(path, compression).Select(record => record.ToArray()).ToArray();
        Assert.That(read, Is.EqualTo(Some().Select(record => record.ToArray())));
        int i = 0;
        await foreach (var record in TFRecordFile.ReadAsync(path, compression, reuseBuffer: true))
            Assert.That(record.Span.SequenceEqual(Some()[i++].Span));
        Assert.That(i, Is.EqualTo(Some().Length));
        File.Delete(path);
    }

    [Test]
    public void A_failure_while_writing_leaves_the_old_file()
    {
        var path = Temporary();
        TFRecordFile.Write(path, Some());
        IEnumerable<ReadOnlyMemory<byte>> Failing() =>
            [.. Some(), .. Enumerable.Range(0, 1).Select<int, ReadOnlyMemory<byte>>(_ => throw new InvalidOperationException())];
        Assert.Throws<InvalidOperationException>(() => TFRecordFile.Write(path, Failing()));
        Assert.That(TFRecordFile.Read(path).Count(), Is.EqualTo(Some().Length));
        File.Delete(path);
    }

    [Test]
    public void A_reused_buffer_costs_no_array_a_record()
    {
        var path = Temporary();
        TFRecordFile.Write(path, Enumerable.Repeat((ReadOnlyMemory<byte>)new byte[100], 100_000));
        long before = GC.GetAllocatedBytesForCurrentThread();
        Assert.That(TFRecordFile.Read(path, reuseBuffer: true).Count(), Is.EqualTo(100_000));
        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.LessThan(1 << 20));
        File.Delete(path);
    }

    [Test]
    public void A_told_length_of_gigabytes_costs_no_memory()
    {
        // The checksum of the length is right, so only the file's size can tell.
        var header = new byte[RecordFrame.Size];
        BitConverter.GetBytes(1L << 30).CopyTo(header, 0);
        BitConverter.GetBytes(Crc32C.Masked(header.AsSpan(0, 8))).CopyTo(header, 8);
        foreach (var stream in new Stream[] { new MemoryStream(header), new Unseekable(header) })
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            var error = Assert.Throws<FileFormatException>(() => TFRecordFile.Read(stream, "hostile").Count())!;
            Assert.That(error.Message, Does.Contain("'hostile', record 0 at byte 0"));
            Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.LessThan(4 << 20));
        }
    }

    [Test]
    public void Reading_as_it_comes_can_be_cancelled()
    {
        var path = Temporary();
        TFRecordFile.Write(path, Some());
        async Task Read()
        {
            await foreach (var _ in TFRecordFile.ReadAsync(path, cancellation: new CancellationToken(canceled: true))) { }
        }
        Assert.That(Read, Throws.InstanceOf<OperationCanceledException>());
        File.Delete(path);
    }

    private sealed class Unseekable(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }
}
