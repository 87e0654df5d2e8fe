using System.IO.Compression;
using System.Text;
using KerasSharp.Formats.Npy;
using KerasSharp.Testing;
using NumSharp;

namespace KerasSharp.Formats.Tests.Npy;

[TestFixture]
public sealed class NpyFileTests
{
    [Test]
    public void SeveralArraysOfOneStreamAreReadOneAfterTheOther()
    {
        var stream = new MemoryStream();
        NpyFile.Save(stream, np.arange(3));
        NpyFile.Save(stream, NpyArray.FromStrings(["one"], [1]));
        stream.Position = 0;
        Assert.That(NpyFile.Load(stream).Shape, Is.EqualTo(new long[] { 3 }));
        Assert.That(NpyFile.Load(stream).ToStrings(), Is.EqualTo(new[] { "one" }));
        Assert.That(stream.Position, Is.EqualTo(stream.Length));
    }

    [TestCase("{'descr': '|O', 'fortran_order': False, 'shape': (2,), }", "pickle")]
    [TestCase("{'descr': [('a', '<f4'), ('b', '<i4', (2,))], 'fortran_order': False, 'shape': (2,), }", "structured")]
    [TestCase("{'descr': '<f3', 'fortran_order': False, 'shape': (2,), }", "<f3")]
    [TestCase("{'descr': '<f4', 'fortran_order': 0, 'shape': (2,), }", "fortran_order")]
    [TestCase("{'descr': '<f4', 'fortran_order': False, 'shape': (2), }", "tuple")]
    [TestCase("{'descr': '<f4', 'fortran_order': False, 'shape': (-2,), }", "tuple")]
    [TestCase("{'descr': '<f4', 'fortran_order': False, 'shape': (99999999999999999999,), }", "64 bits")]
    [TestCase("{'descr': '<f4', 'fortran_order': False, 'shape': (4294967296, 4294967296, 0), }", "more than")]
    [TestCase("{'descr': '<f4', 'fortran_order': False, 'shape': (9,), }", "expected 36 bytes")]
    [TestCase("{'descr': '<U0', 'fortran_order': False, 'shape': (999999999999,), }", "no bytes")]
    [TestCase("{'descr': '<f4', 'fortran_order': False, 'shape': (2,), 'more': 1}", "more")]
    [TestCase("((((((((((((((((((((((((1,),),),", "brackets")]
    [TestCase("{'descr': '<U2', 'fortran_order': False, 'shape': (1,), }", "Unicode")]
    public void RefusesWithTheReason(string header, string reason)
    {
        byte[] file =
        [
            0x93,
            .. "NUMPY"u8,
            1,
            0,
            (byte)header.Length,
            0,
            .. Encoding.ASCII.GetBytes(header),
            .. Enumerable.Repeat((byte)0xFF, 8),
        ];
        var error = Assert.Throws<FileFormatException>(() => NpyFile.Load(new MemoryStream(file), "name"))!;
        Assert.That(error.File, Is.EqualTo("name"));
        Assert.That(error.Message, Does.Contain(reason));
    }

    [Test]
    public void ReadsWhatOlderWritersWrote()
    {
        const string header = "{u'shape': (2L, 1L), \"fortran_order\": False, 'descr': '=i2'}";
        byte[] file = [0x93, .. "NUMPY"u8, 1, 0, (byte)header.Length, 0, .. Encoding.ASCII.GetBytes(header), 1, 0, 2, 0];
        Assert.That(NpyFile.Load(new MemoryStream(file)).ToNDArray().flatten().ToArray<short>(), Is.EqualTo(new short[] { 1, 2 }));
    }

    [Test]
    public void AViewIsWrittenInRowOrder()
    {
        var stream = new MemoryStream();
        NpyFile.Save(stream, np.arange(24).reshape(4, 6)["1:, ::-2"]);
        stream.Position = 0;
        var array = NpyFile.Load(stream).ToNDArray();
        Assert.That(array.shape, Is.EqualTo(new long[] { 3, 3 }));
        Assert.That(array.flatten().ToArray<long>(), Is.EqualTo(new long[] { 11, 9, 7, 17, 15, 13, 23, 21, 19 }));
    }

    [Test]
    public void RowsAreReadAnywhere()
    {
        using var folder = new TemporaryFolder();
        NpyFile.Save(folder.File("a.npy"), np.arange(40).reshape(10, 4));
        using var reader = NpyRowReader.Open(folder.File("a.npy"));
        Assert.That(reader.Read(8, 2).ToNDArray().flatten().ToArray<long>(), Is.EqualTo(Enumerable.Range(32, 8)));
        Assert.That(reader.Read(10, 0).Count, Is.Zero);
        Assert.That(reader.ReadBlocks(4).Select(block => block.Shape[0]), Is.EqualTo(new long[] { 4, 4, 2 }));
        Assert.That(() => reader.Read(8, 3), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => reader.Read(-1, 3), Throws.InstanceOf<ArgumentOutOfRangeException>());
    }

    [Test]
    public void AnUnfinishedFileLeavesNothing()
    {
        using var folder = new TemporaryFolder();
        using (var writer = NpyRowWriter.Create(folder.File("a.npy")))
        {
            writer.Write(np.arange(3).reshape(1, 3));
            Assert.That(() => writer.Write(np.arange(4).reshape(1, 4)), Throws.ArgumentException.With.Message.Contains("(4)"));
            Assert.That(() => writer.Write(np.arange(3f).reshape(1, 3)), Throws.ArgumentException.With.Message.Contains("<f4"));
        }
        Assert.That(Directory.GetFiles(folder.Path), Is.Empty);
    }

    [Test]
    public void AnArchiveThatClaimsTooMuchIsRefusedUnread()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("zeros.npz");
        NpzFile.Save(
            path,
            new Dictionary<string, NpyArray> { ["zeros"] = np.zeros(new NumSharp.Shape(1_000_000)) },
            CompressionLevel.Optimal
        );
        using (var archive = NpzFile.Open(path, maximumBytes: 7_000_000))
            Assert.That(() => archive["zeros"], Throws.InstanceOf<FileFormatException>().With.Message.Contains("7000000"));
        using (var archive = NpzFile.Open(path))
        {
            Assert.That(archive["zeros"].Count, Is.EqualTo(1_000_000));
            Assert.That(() => archive["ones"], Throws.InstanceOf<KeyNotFoundException>().With.Message.Contains("zeros"));
        }
    }

    [Test]
    public void AFailedArchiveLeavesNothing()
    {
        using var folder = new TemporaryFolder();
        KeyValuePair<string, NpyArray>[] twice = [new("a", np.arange(2)), new("a", np.arange(3))];
        Assert.That(() => NpzFile.Save(folder.File("a.npz"), twice), Throws.ArgumentException);
        Assert.That(Directory.GetFiles(folder.Path), Is.Empty);
    }
}
