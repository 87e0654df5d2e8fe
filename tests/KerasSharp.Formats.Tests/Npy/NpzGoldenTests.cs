using KerasSharp.Formats.Npy;
using KerasSharp.Testing;

namespace KerasSharp.Formats.Tests.Npy;

[TestFixture]
public sealed class NpzGoldenTests
{
    private static IEnumerable<TestCaseData> Cases() => GoldenFamily.TestCases("files", "npz");

    [TestCaseSource(nameof(Cases))]
    public void Golden(GoldenCase golden)
    {
        using var files = golden.ExtractFiles();
        var path = files[golden.Json.GetProperty("file").GetString()!];
        if (golden.Json.TryGetProperty("error", out _))
        {
            Assert.That(Assert.Throws<FileFormatException>(() => NpzFile.Open(path))!.File, Is.EqualTo(path));
            return;
        }

        using var archive = NpzFile.Open(path);
        var arrays = golden.Json.GetProperty("arrays").EnumerateObject().ToList();
        Assert.That(archive.Names, Is.EqualTo(arrays.Select(array => array.Name)));
        foreach (var array in arrays)
            if (array.Value.TryGetProperty("error", out _))
                Assert.That(Assert.Throws<FileFormatException>(() => _ = archive[array.Name])!.Message, Does.Contain($"'{array.Name}'"));
            else
                NpyGoldenCases.AssertEqual(array.Value, archive[array.Name]);
    }

    [Test]
    public void DamagedFilesAreReadOrRefused()
    {
        var cases = GoldenFamily.CasesOf("files", "npz").ToList();
        foreach (var golden in cases)
        foreach (var (what, damaged) in Damage.Copies(golden.Name, NpyGoldenCases.File(golden), 1 + (Damage.MutantCount / cases.Count)))
            Try(damaged, what);
    }

    private static void Try(byte[] content, string what)
    {
        NpzFile? archive = null;
        if (Damage.IsRefused<FileFormatException>(() => archive = NpzFile.Open(new MemoryStream(content)), what))
            return;
        using (archive)
            foreach (var name in archive!.Names)
                Damage.IsRefused<FileFormatException>(() => _ = archive[name], $"{what}, {name}");
    }
}
