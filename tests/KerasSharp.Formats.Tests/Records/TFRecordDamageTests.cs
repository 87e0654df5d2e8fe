using KerasSharp.Formats.Records;
using KerasSharp.Testing;

namespace KerasSharp.Formats.Tests.Records;

/// <summary>Damaged record files are read or refused, and nothing else.</summary>
public sealed class TFRecordDamageTests
{
    private static IEnumerable<(string Name, byte[] Bytes, RecordCompression Compression)> Files() =>
        from golden in GoldenFamily.CasesOf("files", "tfrecord")
        let file = golden.Json.GetProperty("file").GetString()!
        let bytes = golden.ReadFile(file)
        where bytes.Length > 0
        let zipped = golden.Json.GetProperty("compression").GetString() == "GZIP"
        select (file, bytes, zipped ? RecordCompression.Gzip : RecordCompression.None);

    private static int ReadAll(byte[] bytes, string name, RecordCompression compression)
    {
        int count = 0;
        foreach (var record in TFRecordFile.Read(new MemoryStream(bytes), name, compression, reuseBuffer: true))
        {
            count++;
            Damage.IsRefused<FileFormatException>(() => Example.Parse(record.Span).ToBytes(), name);
            Damage.IsRefused<FileFormatException>(() => SequenceExample.Parse(record.Span).ToBytes(), name);
        }
        return count;
    }

    [Test]
    public void A_file_cut_off_anywhere_gives_the_records_before_or_an_error()
    {
        foreach (var (name, bytes, compression) in Files())
        foreach (var cut in Damage.Truncations(bytes))
            Damage.IsRefused<FileFormatException>(() => ReadAll(cut, name, compression), $"{name} cut at {cut.Length}");
    }

    [Test]
    public void A_plain_file_cut_inside_a_record_is_refused()
    {
        var bytes = GoldenFamily.Load("files").Cases.Single(golden => golden.Name == "tfrecord.plain").ReadFile("tfrecord.plain.tfrecord");
        Assert.That(Damage.IsRefused<FileFormatException>(() => ReadAll(bytes[..^1], "cut", RecordCompression.None), "cut"));
    }

    [Test]
    public void A_packed_file_that_lost_its_end_is_refused(
        [Values(RecordCompression.Gzip, RecordCompression.Zlib)] RecordCompression compression,
        [Values(1, 8, 9, 60, 4000)] int lost
    )
    {
        var path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.tfrecord");
        TFRecordFile.Write(
            path,
            Enumerable.Range(0, 1000).Select(i => (ReadOnlyMemory<byte>)BitConverter.GetBytes(i * 7919.5)),
            compression
        );
        var bytes = File.ReadAllBytes(path);
        File.Delete(path);
        Assert.That(ReadAll(bytes, "whole", compression), Is.EqualTo(1000));
        Assert.That(Damage.IsRefused<FileFormatException>(() => ReadAll(bytes[..^lost], "cut", compression), "cut"));
    }

    [Test]
    public void Mutants_are_read_or_refused()
    {
        var files = Files().ToArray();
        for (int i = 0; i < files.Length; i++)
            foreach (var mutant in Damage.Mutants(files[i].Bytes, Damage.MutantCount / files.Length + 1, seed: i))
                Damage.IsRefused<FileFormatException>(() => ReadAll(mutant, files[i].Name, files[i].Compression), files[i].Name);
    }

    [Test]
    public void Damaged_examples_are_read_or_refused()
    {
        var records = Files().Where(file => file.Name is "tfrecord.plain.tfrecord" or "tfrecord.sequence.tfrecord").ToArray();
        foreach (var (name, bytes, compression) in records)
        foreach (var record in TFRecordFile.Read(new MemoryStream(bytes), name, compression).Where(record => record.Length > 0))
        foreach (var mutant in Damage.Mutants(record.ToArray(), Damage.MutantCount / 8 + 1))
        {
            Damage.IsRefused<FileFormatException>(() => Example.Parse(mutant, name), name);
            Damage.IsRefused<FileFormatException>(() => SequenceExample.Parse(mutant, name), name);
        }
    }
}
