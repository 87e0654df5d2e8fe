using KerasSharp.Formats.Idx;
using KerasSharp.Testing;
using NumSharp;

namespace KerasSharp.Formats.Tests.Idx;

[TestFixture]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class IdxFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [TestCase(false)]
    [TestCase(true)]
    public void LoadsBytesPlainAndCompressedWhateverTheName(bool compressed)
    {
        var content = IdxBytes.Of(8, [2, 3], [1, 2, 3, 4, 5, 255]);
        var path = _folder.Write(compressed ? IdxBytes.Gzip(content) : content, "some.file");

        var array = IdxFile.Load(path);

        Assert.That(array.shape, Is.EqualTo(new long[] { 2, 3 }));
        Assert.That(array.flatten().ToArray<byte>(), Is.EqualTo(new byte[] { 1, 2, 3, 4, 5, 255 }));
    }

    [Test]
    public void LoadsBigEndianNumbers()
    {
        var shorts = IdxFile.Load(_folder.Write(IdxBytes.Of(0x0B, [2], [0x01, 0x02, 0xFF, 0xFE]), "s"));
        var ints = IdxFile.Load(_folder.Write(IdxBytes.Of(0x0C, [1], [0, 1, 0, 2]), "i"));
        var floats = IdxFile.Load(_folder.Write(IdxBytes.Of(0x0D, [1], [0x3F, 0xC0, 0, 0]), "f"));
        var doubles = IdxFile.Load(_folder.Write(IdxBytes.Of(0x0E, [1], [0xC0, 4, 0, 0, 0, 0, 0, 0]), "d"));
        var signed = IdxFile.Load(_folder.Write(IdxBytes.Of(0x09, [1], [0x80]), "b"));

        Assert.That(shorts.ToArray<short>(), Is.EqualTo(new short[] { 258, -2 }));
        Assert.That(ints.ToArray<int>(), Is.EqualTo(new[] { 65538 }));
        Assert.That(floats.ToArray<float>(), Is.EqualTo(new[] { 1.5f }));
        Assert.That(doubles.ToArray<double>(), Is.EqualTo(new[] { -2.5 }));
        Assert.That(signed.ToArray<sbyte>(), Is.EqualTo(new sbyte[] { -128 }));
    }

    [Test]
    public void LoadsAnEmptyArray() =>
        Assert.That(IdxFile.Load(_folder.Write(IdxBytes.Of(8, [0, 28, 28], []), "e")).shape, Is.EqualTo(new long[] { 0, 28, 28 }));

    [TestCase("a.idx", false)]
    [TestCase("a.idx.gz", true)]
    public void WritesWhatItReads(string name, bool compressed)
    {
        Type[] types = [np.uint8, np.int8, np.int16, np.int32, np.float32, np.float64];
        foreach (var type in types)
        {
            var array = np.arange(200_000).reshape(400, 500).astype(type);
            IdxFile.Save(_folder.File(name), array);
            Assert.That(File.ReadAllBytes(_folder.File(name))[0], Is.EqualTo(compressed ? 0x1F : 0));
            var read = IdxFile.Load(_folder.File(name));
            Assert.That(read.dtype, Is.EqualTo(type));
            Assert.That(np.array_equal(read, array));
        }
    }

    [Test]
    public void WritesWhatOthersDescribe()
    {
        IdxFile.Save(_folder.File("a"), np.array([258, -2]).astype(np.int16));
        Assert.That(File.ReadAllBytes(_folder.File("a")), Is.EqualTo(IdxBytes.Of(0x0B, [2], [0x01, 0x02, 0xFF, 0xFE])));
        IdxFile.Save(_folder.File("a"), np.arange(12).reshape(3, 4).T.astype(np.uint8));
        Assert.That(File.ReadAllBytes(_folder.File("a")), Is.EqualTo(IdxBytes.Of(8, [4, 3], [0, 4, 8, 1, 5, 9, 2, 6, 10, 3, 7, 11])));
    }

    [Test]
    public void RefusesElementsThatTheFormatLacks()
    {
        var error = Assert.Throws<NotSupportedException>(() => IdxFile.Save(_folder.File("a"), np.arange(3).astype(np.int64)));
        Assert.That(error!.Message, Does.Contain("Int64"));
        Assert.That(Directory.GetFiles(_folder.Path), Is.Empty);
    }

    [Test]
    public void LoadsGzipFilesOfSeveralParts()
    {
        var content = IdxBytes.Images(3);
        var path = _folder.Write([.. IdxBytes.Gzip(content[..1000]), .. IdxBytes.Gzip(content[1000..])], "parts");
        Assert.That(IdxFile.Load(path).shape, Is.EqualTo(new long[] { 3, 28, 28 }));
    }

    private static IEnumerable<TestCaseData> BadFiles()
    {
        var good = IdxBytes.Of(8, [2, 3], [1, 2, 3, 4, 5, 6]);
        yield return Bad("empty", [], "byte 0", "4 bytes", "after 0");
        yield return Bad("html", "<html>"u8.ToArray(), "byte 0", "zero bytes", "0x3C68746D");
        yield return Bad("type", IdxBytes.Of(7, [1], [1]), "byte 2", "0x08", "0x07");
        yield return Bad("header", good[..9], "byte 9", "8 bytes", "after 5");
        yield return Bad("truncated", good[..^1], "byte 12", "6 bytes", "[2, 3]", "got 5");
        yield return Bad("too-long", [.. good, 0], "byte 12", "6 bytes", "got 7");
        yield return Bad("huge", IdxBytes.Of(8, [0xFFFFFFFF, 0xFFFFFFFF, 9], [1]), "byte 4", "4294967295");
        yield return Bad("large", IdxBytes.Of(8, [2_000_000_000], [1]), "2000000000 bytes", "got 1");
        yield return Bad("packed-large", IdxBytes.Gzip(IdxBytes.Of(8, [2_000_000_000], [1])), "2000000000 bytes");
        yield return Bad("packed-short", IdxBytes.Gzip(good[..^2]), "byte 16", "6 bytes", "after 4");
        yield return Bad("packed-too-long", IdxBytes.Gzip([.. good, 0]), "byte 18", "the end", "more");
        yield return Bad("packed-cut", IdxBytes.Gzip(IdxBytes.Images(3))[..^12], "truncated or corrupt");
        yield return Bad("packed-without-end", IdxBytes.Gzip(good)[..^8], "byte 18", "truncated or corrupt", "checksum");
        yield return Bad("packed-damaged", Damaged(IdxBytes.Gzip(IdxBytes.Images(3))), "truncated or corrupt");
        yield return Bad("packed-checksum", WrongChecksum(IdxBytes.Gzip(good)), "truncated or corrupt", "gzip");
    }

    [TestCaseSource(nameof(BadFiles))]
    public void NamesTheFileThePlaceAndTheSizes(string name, byte[] content, string[] mentions)
    {
        var path = _folder.Write(content, name);
        var error = Assert.Throws<FileFormatException>(() => IdxFile.Load(path));
        Assert.That(error!.Message, Does.Contain(path));
        foreach (var mention in mentions)
        {
            Assert.That(error!.Message, Does.Contain(mention));
        }
    }

    private static TestCaseData Bad(string name, byte[] content, params string[] mentions) =>
        new TestCaseData(name, content, mentions).SetArgDisplayNames(name);

    private static byte[] Damaged(byte[] packed)
    {
        packed.AsSpan(20, 6).Fill(0xFF);
        return packed;
    }

    private static byte[] WrongChecksum(byte[] packed)
    {
        packed[^6] ^= 1;
        return packed;
    }
}
