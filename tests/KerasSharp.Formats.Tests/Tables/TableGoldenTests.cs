using System.Text.Json;
using KerasSharp.Formats.Tables;
using KerasSharp.Testing;

namespace KerasSharp.Formats.Tests.Tables;

[TestFixture]
public sealed class TableGoldenTests
{
    private static IEnumerable<TestCaseData> Cases() => GoldenFamily.TestCases("files", "tables");

    [TestCaseSource(nameof(Cases))]
    public void Golden(GoldenCase golden)
    {
        using var files = golden.ExtractFiles();
        var path = files[golden.Json.GetProperty("file").GetString()!];
        if (golden.Json.TryGetProperty("error", out _))
            Assert.That(Assert.Throws<FileFormatException>(() => Load(golden, path))!.File, Is.EqualTo(path));
        else if (golden.Json.GetProperty("format").GetString() == "csv")
            AssertEqual(golden.Json, CsvFile.Load(path, Options(golden.Json)));
        else
            AssertEqual(golden, LibsvmFile.Load(path, zeroBased: golden.Json.GetProperty("zero_based").GetBoolean()), path);
    }

    private static void AssertEqual(JsonElement expected, CsvTable table)
    {
        if (Options(expected).HasHeader)
            Assert.That(table.Columns, Is.EqualTo(Texts(expected.GetProperty("header"))));
        var rows = expected.GetProperty("rows").EnumerateArray().Select(Texts).ToList();
        Assert.That(table.RowCount, Is.EqualTo(rows.Count));
        for (var i = 0; i < table.Columns.Count; i++)
            Assert.That(table.Strings(table.Columns[i]), Is.EqualTo(rows.Select(row => row[i])));
    }

    private static void AssertEqual(GoldenCase golden, LibsvmData data, string path)
    {
        AssertNumbers(golden, data);
        // Whether features are counted from 0 is found out by itself where the file tells.
        if (golden.Json.GetProperty("zero_based").GetBoolean() == false)
            AssertNumbers(golden, LibsvmFile.Load(path));
    }

    private static void AssertNumbers(GoldenCase golden, LibsvmData data)
    {
        Assert.That(data.X.shape, Is.EqualTo(golden.Array("x").Shape));
        Assert.That(data.X.flatten().ToArray<float>(), Is.EqualTo(golden.Array("x").ToDoubles().Select(value => (float)value)));
        Assert.That(data.Y.ToArray<float>(), Is.EqualTo(golden.Array("y").ToDoubles().Select(value => (float)value)));
    }

    [Test]
    public void DamagedFilesAreReadOrRefused()
    {
        using var folder = new TemporaryFolder();
        var cases = GoldenFamily.CasesOf("files", "tables").ToList();
        foreach (var golden in cases)
        {
            var file = golden.ReadFile(golden.Json.GetProperty("file").GetString()!);
            foreach (var (what, damaged) in Damage.Copies(golden.Name, file, 1 + (Damage.MutantCount / cases.Count)))
                Try(golden, folder.Write(damaged, "damaged"), what);
        }
    }

    private static void Try(GoldenCase golden, string path, string what) =>
        Damage.IsRefused<FileFormatException>(() => Load(golden, path), what);

    private static void Load(GoldenCase golden, string path)
    {
        if (golden.Json.GetProperty("format").GetString() != "csv")
            LibsvmFile.Load(path);
        else if (
            CsvFile.Load(path, Options(golden.Json)) is { Columns.Count: > 0 } table
            && table.Columns.Distinct().Count() == table.Columns.Count
        )
            table.Matrix();
    }

    private static CsvOptions Options(JsonElement json) =>
        new()
        {
            Separator = json.GetProperty("separator").GetString()![0],
            DecimalSign = json.GetProperty("decimal").GetString()![0],
            HasHeader = json.TryGetProperty("header", out var header) && header.ValueKind == JsonValueKind.Array,
        };

    private static string[] Texts(JsonElement array) => [.. array.EnumerateArray().Select(text => text.GetString()!)];
}
