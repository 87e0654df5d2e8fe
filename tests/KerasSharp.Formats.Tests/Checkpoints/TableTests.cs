using System.Text;
using KerasSharp.Formats.Checkpoints.Bundles;
using KerasSharp.Formats.Checkpoints.Tables;
using KerasSharp.Formats.Checksums;
using KerasSharp.Formats.Tests.Protobuf;
using KerasSharp.Testing;

namespace KerasSharp.Formats.Tests.Checkpoints;

/// <summary>Tables of sorted keys, plain and compressed, honest and not.</summary>
public sealed class TableTests
{
    [TestCase(0)]
    [TestCase(1)]
    [TestCase(17)]
    [TestCase(20_000)]
    public void WhatIsWrittenIsRead(int count)
    {
        using var folder = new TemporaryFolder();
        (byte[] Key, byte[] Value)[] entries =
        [
            .. Enumerable
                .Range(0, count)
                .Select(i => (Encoding.ASCII.GetBytes($"layer/{i:D8}/kernel"), Encoding.ASCII.GetBytes($"value {i}"))),
        ];
        using (var stream = File.Create(folder["table"]))
            TableWriter.Write(stream, entries);
        var read = TableReader.Read(folder["table"]);
        Assert.That(
            read.Select(entry => Convert.ToHexString(entry.Key)),
            Is.EqualTo(entries.Select(entry => Convert.ToHexString(entry.Key)))
        );
        Assert.That(read.Select(entry => entry.Value.ToArray()), Is.EqualTo(entries.Select(entry => entry.Value)));
    }

    [Test]
    public void ABlockMayBeCompressed()
    {
        var builder = new BlockBuilder(16);
        for (int i = 0; i < 100; i++)
            builder.Add(Encoding.ASCII.GetBytes($"key {i:D3}"), Encoding.ASCII.GetBytes("the same value"));
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder["table"], Table(Snappier.Snappy.CompressToArray(builder.Finish()), 1));
        var read = TableReader.Read(folder["table"]);
        Assert.That(
            read.Select(entry => Encoding.ASCII.GetString(entry.Key)),
            Is.EqualTo(Enumerable.Range(0, 100).Select(i => $"key {i:D3}"))
        );
        Assert.That(read.Select(entry => Encoding.ASCII.GetString(entry.Value.Span)), Is.All.EqualTo("the same value"));
    }

    [TestCase("FFFFFFFF0F00", 1, "far larger")]
    [TestCase("0AFF", 1, "not compressed by Snappy")]
    [TestCase("00000000", 2, "in the way 2")]
    [TestCase("FFFFFFFF", 0, "restarts")]
    [TestCase("000500000000000001000000", 0, "does not fit")]
    [TestCase("0101000101000001000000", 0, "does not fit")]
    [TestCase("00010061000100610000000001000000", 0, "not in order")]
    public void DishonestBlocks(string block, byte kind, string reason)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder["table"], Table(Convert.FromHexString(block), kind));
        Assert.That(() => TableReader.Read(folder["table"]), Throws.TypeOf<FileFormatException>().With.Message.Contains(reason));
    }

    /// <summary>The keys that TensorFlow gives to the parts of a tensor, from the golden files.</summary>
    [TestCase("layer_0/bias", new long[] { 0 }, new long[] { 3 }, "006C617965725F302F62696173000101018083")]
    [TestCase("layer_0/kernel", new long[] { 2, 0 }, new long[] { 2, 6 }, "006C617965725F302F6B65726E656C0001010282828086")]
    public void KeysOfParts(string name, long[] starts, long[] lengths, string key) =>
        Assert.That(Convert.ToHexString(new TensorSlice(starts, lengths).Key(name)), Is.EqualTo(key));

    /// <summary>Longer numbers still come in the order of their bytes.</summary>
    [Test]
    public void NumbersAreInOrder()
    {
        long[] numbers =
        [
            long.MinValue,
            -1L << 40,
            -65537,
            -8193,
            -8192,
            -65,
            -64,
            -1,
            0,
            1,
            63,
            64,
            8191,
            8192,
            1 << 20,
            1L << 41,
            1L << 62,
            long.MaxValue,
        ];
        var codes = numbers.Select(number => Code(stream => OrderedCode.WriteSigned(stream, number))).ToArray();
        Assert.That(codes, Is.EqualTo(codes.Order(StringComparer.Ordinal)));
        Assert.That(codes[8..12], Is.EqualTo(new[] { "80", "81", "BF", "C040" }));
        Assert.That(codes[7], Is.EqualTo("7F"));
        Assert.That(Code(stream => OrderedCode.WriteNumber(stream, 0x1234)), Is.EqualTo("021234"));
        Assert.That(Code(stream => OrderedCode.WriteBytes(stream, [0, 255, 1])), Is.EqualTo("00FFFF00010001"));
    }

    private static string Code(Action<Stream> write)
    {
        using var stream = new MemoryStream();
        write(stream);
        return Convert.ToHexString(stream.ToArray());
    }

    /// <summary>A table of one block.</summary>
    private static byte[] Table(byte[] block, byte kind)
    {
        using var stream = new MemoryStream();
        var handle = Write(stream, block, kind);
        var index = new BlockBuilder(16);
        using var place = new MemoryStream();
        handle.Write(place);
        index.Add([0xFF], place.ToArray());
        var meta = Write(stream, new BlockBuilder(16).Finish(), 0);
        var indexHandle = Write(stream, index.Finish(), 0);
        using var footer = new MemoryStream();
        meta.Write(footer);
        indexHandle.Write(footer);
        footer.SetLength(40);
        stream.Write(footer.ToArray());
        stream.Write(BitConverter.GetBytes(TableFormat.Magic));
        return stream.ToArray();
    }

    private static BlockHandle Write(Stream stream, byte[] block, byte kind)
    {
        var handle = new BlockHandle((ulong)stream.Position, (ulong)block.Length);
        stream.Write(block);
        stream.WriteByte(kind);
        stream.Write(BitConverter.GetBytes(Crc32C.Masked([.. block, kind])));
        return handle;
    }
}
