using System.Text;
using KerasSharp.Formats.Tables;
using KerasSharp.Testing;
using NumSharp;

namespace KerasSharp.Formats.Tests.Tables;

[TestFixture]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class CsvFileTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Test]
    public void ReadsEuropeanNumbersAndSelectsColumns()
    {
        var path = folder.Write("name;Größe;\"x;y\"\nA;1,5;2\nB;;-3,25e2\n"u8.ToArray(), "a.csv");
        var table = CsvFile.Load(
            path,
            new CsvOptions
            {
                Separator = ';',
                DecimalSign = ',',
                Columns = ["x;y", "Größe"],
            }
        );
        Assert.That(table.Columns, Is.EqualTo(new[] { "x;y", "Größe" }));
        Assert.That(table.Numbers("Größe").ToArray<double>(), Is.EqualTo(new[] { 1.5, double.NaN }));
        Assert.That(table.Matrix("x;y").shape, Is.EqualTo(new long[] { 2, 1 }));
        Assert.That(table.Matrix().flatten().ToArray<float>(), Is.EqualTo(new[] { 2f, 1.5f, -325f, float.NaN }));
        Assert.That(() => table.Strings("name"), Throws.InstanceOf<KeyNotFoundException>().With.Message.Contains("Größe"));
    }

    [Test]
    public void NamesColumnsByNumberWhereThereIsNoHeader()
    {
        var table = CsvFile.Load(folder.Write("1\ta\r\n2\tb"u8.ToArray(), "a"), new CsvOptions { Separator = '\t', HasHeader = false });
        Assert.That(table.Columns, Is.EqualTo(new[] { "0", "1" }));
        Assert.That(table.Strings("1"), Is.EqualTo(new[] { "a", "b" }));
        Assert.That((table.IsNumeric("0"), table.IsNumeric("1")), Is.EqualTo((true, false)));
    }

    [TestCase("", "empty")]
    [TestCase("a,b\n1,2\n3\n", "line 3", "expected 2 fields", "got 1")]
    [TestCase("a,b\n1,\"2\n3,4\n", "closing quote", "end of the file")]
    [TestCase("a,b\n1,x\"y\"\n", "line 2", "quotes")]
    [TestCase("a,b\n1,x\n", "line 2", "column 'b'", "a number", "'x'")]
    [TestCase("a,b\n1,1.000.5\n", "line 2", "'1.000.5'")]
    public void RefusesWithLineAndReason(string content, params string[] mentions)
    {
        var path = folder.Write(Encoding.UTF8.GetBytes(content), "a.csv");
        var error = Assert.Throws<FileFormatException>(() => CsvFile.Load(path).Matrix())!;
        foreach (var mention in mentions.Append(path))
            Assert.That(error.Message, Does.Contain(mention));
    }

    [Test]
    public void RefusesBytesThatAreNoText()
    {
        var path = folder.Write([(byte)'a', (byte)'\n', 0xE5, (byte)'\n'], "a.csv");
        Assert.That(() => CsvFile.Load(path), Throws.InstanceOf<FileFormatException>().With.Message.Contains("utf-8"));
        Assert.That(CsvFile.Load(path, new CsvOptions { Encoding = Encoding.Latin1 }).Strings("a"), Is.EqualTo(new[] { "å" }));
    }

    [Test]
    public void PythonReadsWhatIsWritten()
    {
        var path = folder.File("a.csv");
        CsvFile.Save(
            path,
            new Dictionary<string, object>
            {
                ["name"] = new[] { "Smith, J.", "say \"hi\"", "two\nlines" },
                ["x"] = np.array(new[] { 0.1f, float.NaN, float.PositiveInfinity }),
                ["n"] = np.array(new[] { 1L, -2L, long.MaxValue }),
            }
        );
        const string script = """
            import csv
            rows = list(csv.reader(open(sys.argv[1], newline='', encoding='utf-8')))
            assert rows == [['name', 'x', 'n'], ['Smith, J.', '0.1', '1'], ['say "hi"', '', '-2'], ['two\nlines', 'inf', '9223372036854775807']], rows
            """;
        ReferencePython.Run(script, path);
        var table = CsvFile.Load(path);
        Assert.That(table.Numbers("x").ToArray<double>(), Is.EqualTo(new[] { 0.1, double.NaN, double.PositiveInfinity }));
        Assert.That(table.Strings("name")[2], Is.EqualTo("two\nlines"));
    }

    [Test]
    public void RefusesColumnsThatDoNotFit()
    {
        var path = folder.File("a.csv");
        KeyValuePair<string, object>[] uneven = [new("a", np.arange(2)), new("b", np.arange(3))];
        Assert.That(() => CsvFile.Save(path, uneven), Throws.ArgumentException.With.Message.Contains("2, 3"));
        Assert.That(() => CsvFile.Save(path, [new("a", 5)]), Throws.ArgumentException.With.Message.Contains("Int32"));
        Assert.That(() => CsvFile.Load(path, new CsvOptions { Separator = '.' }), Throws.ArgumentException);
        Assert.That(Directory.GetFiles(folder.Path), Is.Empty);
    }
}
