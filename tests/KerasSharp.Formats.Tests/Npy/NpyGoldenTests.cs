using KerasSharp.Formats.Npy;
using KerasSharp.Testing;

namespace KerasSharp.Formats.Tests.Npy;

[TestFixture]
public sealed class NpyGoldenTests
{
    private static IEnumerable<TestCaseData> Cases() => GoldenFamily.TestCases("files", "npy");

    [TestCaseSource(nameof(Cases))]
    public void Golden(GoldenCase golden)
    {
        using var files = golden.ExtractFiles();
        var path = files[golden.Json.GetProperty("file").GetString()!];
        if (golden.Json.TryGetProperty("error", out _))
        {
            var error = Assert.Throws<FileFormatException>(() => NpyFile.Load(path))!;
            Assert.That(error.File, Is.EqualTo(path));
            Assert.That(error.Place, Does.StartWith("byte "));
            return;
        }

        var array = NpyFile.Load(path);
        NpyGoldenCases.AssertEqual(golden.Json, array);
        AssertWrittenAsNumPyWrites(golden, array);
        AssertRowsAreThose(path, array);
    }

    /// <summary>A file that NumPy wrote in our order comes out as it was, byte for byte.</summary>
    private static void AssertWrittenAsNumPyWrites(GoldenCase golden, NpyArray array)
    {
        var written = new MemoryStream();
        NpyFile.Save(written, array);
        written.Position = 0;
        var again = NpyFile.Load(written);
        Assert.That((again.Descr, again.Bytes.ToArray()), Is.EqualTo((array.Descr, array.Bytes.ToArray())));
        var file = NpyGoldenCases.File(golden);
        var header = NpyHeaderReader.Read(new MemoryStream(file), file.Length, new NpySource(golden.Name));
        Assert.That(header.Version, Is.EqualTo(golden.Json.GetProperty("version")[0].GetInt32()));
        Assert.That(header.FortranOrder, Is.EqualTo(golden.Json.GetProperty("fortran_order").GetBoolean()));
        if (header is { Version: 1, FortranOrder: false, Type.Order: not '>' } && !golden.Name.Contains("version-1"))
            Assert.That(written.ToArray(), Is.EqualTo(file));
    }

    private static void AssertRowsAreThose(string path, NpyArray array)
    {
        if (array.Shape.Count == 0)
            return;
        using var reader = NpyRowReader.Open(path);
        var rows = reader.ReadBlocks(1).SelectMany(row => row.Bytes.ToArray());
        Assert.That((reader.RowCount, reader.Descr), Is.EqualTo((array.Shape[0], array.Descr)));
        Assert.That(rows, Is.EqualTo(array.Bytes.ToArray()));
    }

    [Test]
    public void DamagedFilesAreReadOrRefused()
    {
        var cases = GoldenFamily.CasesOf("files", "npy").ToList();
        foreach (var golden in cases)
        foreach (var (what, damaged) in Damage.Copies(golden.Name, NpyGoldenCases.File(golden), 1 + (Damage.MutantCount / cases.Count)))
            Try(damaged, what);
    }

    private static void Try(byte[] content, string what) =>
        Damage.IsRefused<FileFormatException>(
            () =>
            {
                var array = NpyFile.Load(new MemoryStream(content));
                _ = array.Type.Kind is 'U' or 'S' ? array.ToStrings().Length : array.Bytes.Length;
                if (array.Type.ArrayType is not null)
                    array.ToNDArray();
            },
            what
        );
}
