using KerasSharp.Formats.Idx;
using KerasSharp.Testing;

namespace KerasSharp.Formats.Tests.Idx;

[TestFixture]
public sealed class IdxGoldenTests
{
    private static IEnumerable<TestCaseData> Cases() => GoldenFamily.TestCases("files", "idx");

    [TestCaseSource(nameof(Cases))]
    public void Golden(GoldenCase golden)
    {
        using var files = golden.ExtractFiles();
        var path = files[golden.Json.GetProperty("file").GetString()!];
        if (golden.Json.TryGetProperty("error", out _))
        {
            var error = Assert.Throws<FileFormatException>(() => IdxFile.Load(path))!;
            Assert.That(error.File, Is.EqualTo(path));
            Assert.That(error.Place, Does.StartWith("byte "));
            return;
        }

        var array = IdxFile.Load(path);
        var expected = golden.Array("array");
        Assert.That(array.shape, Is.EqualTo(expected.Shape));
        Assert.That(array.dtype, Is.EqualTo(expected.ToNDArray().dtype));
        Assert.That(NumSharp.np.array_equal(array, expected.ToNDArray()));
    }

    [Test]
    public void DamagedFilesAreReadOrRefused()
    {
        using var folder = new TemporaryFolder();
        var cases = GoldenFamily.CasesOf("files", "idx").ToList();
        foreach (var golden in cases)
        {
            var file = golden.ReadFile(golden.Json.GetProperty("file").GetString()!);
            foreach (var (what, damaged) in Damage.Copies(golden.Name, file, 1 + (Damage.MutantCount / cases.Count)))
                Try(folder, damaged, what);
        }
    }

    private static void Try(TemporaryFolder folder, byte[] content, string what)
    {
        var path = folder.Write(content, "damaged");
        Damage.IsRefused<FileFormatException>(() => IdxFile.Load(path), what);
    }
}
