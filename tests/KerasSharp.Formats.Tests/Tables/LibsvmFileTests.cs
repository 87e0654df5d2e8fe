using System.Text;
using KerasSharp.Formats.Tables;
using KerasSharp.Testing;
using NumSharp;

namespace KerasSharp.Formats.Tests.Tables;

[TestFixture]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class LibsvmFileTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Test]
    public void FindsOutWhereCountingBegins()
    {
        Assert.That(Load("1 0:5 2:6\n").X.flatten().ToArray<float>(), Is.EqualTo(new float[] { 5, 0, 6 }));
        Assert.That(Load("1 1:5 2:6\n").X.flatten().ToArray<float>(), Is.EqualTo(new float[] { 5, 6 }));
        Assert.That(Load("1 1:5 2:6\n", zeroBased: true).X.flatten().ToArray<float>(), Is.EqualTo(new float[] { 0, 5, 6 }));
        Assert.That(Load("1 1:5\n", featureCount: 3).X.flatten().ToArray<float>(), Is.EqualTo(new float[] { 5, 0, 0 }));
        Assert.That(Load("1 qid:7 1:5\n2\n").QueryIds, Is.EqualTo(new long?[] { 7, null }));
        Assert.That(Load("# nothing\n\n").X.shape, Is.EqualTo(new long[] { 0, 0 }));
    }

    [TestCase("x 1:2", "line 1", "a label", "'x'")]
    [TestCase("1 2", "index:value", "'2'")]
    [TestCase("1 a:2", "number", "'a'")]
    [TestCase("1 1:", "a value")]
    [TestCase("1\n1 2:1 2:3", "line 2", "ascending", "2 after 2")]
    [TestCase("1,2 1:1", "several labels")]
    [TestCase("1 1:1 qid:3", "qid")]
    [TestCase("1 2147483647:1\n2 1:1", "2147483647", "featureCount")]
    [TestCase("1 99999999999:1", "number")]
    public void RefusesWithLineAndReason(string content, params string[] mentions)
    {
        var error = Assert.Throws<FileFormatException>(() => Load(content))!;
        foreach (var mention in mentions.Append("a.libsvm"))
            Assert.That(error.Message, Does.Contain(mention));
    }

    [Test]
    public void RefusesFeaturesBeyondTheWidth()
    {
        Assert.That(() => Load("1 4:1\n", featureCount: 3), Throws.InstanceOf<FileFormatException>().With.Message.Contains("from 1 to 3"));
        Assert.That(() => Load("1 0:1\n", zeroBased: false), Throws.InstanceOf<FileFormatException>().With.Message.Contains("from 1"));
    }

    [TestCase(true)]
    [TestCase(false)]
    public void PythonReadsWhatIsWritten(bool zeroBased)
    {
        var x = np.array(
            new[,]
            {
                { 0f, 0.1f, -2e-7f },
                { 0f, 0f, 0f },
                { 3f, 0f, float.NaN },
            }
        );
        var path = folder.File("a.libsvm");
        LibsvmFile.Save(path, x, np.array(new[] { 1L, -1L, 2L }), [4, null, 5], zeroBased);
        const string script = """
            base, rows = int(sys.argv[2]), []
            for line in open(sys.argv[1]):
                label, *words = line.split()
                rows.append((int(label), [(a, float(b)) for a, b in (w.split(':') for w in words)]))
            assert rows[:2] == [(1, [('qid', 4.0), (str(1 + base), 0.1), (str(2 + base), -2e-7)]), (-1, [])], rows
            assert rows[2][1][:2] == [('qid', 5.0), (str(base), 3.0)] and np.isnan(rows[2][1][2][1]), rows
            """;
        ReferencePython.Run(script, path, zeroBased ? "0" : "1");
        var again = LibsvmFile.Load(path, zeroBased: zeroBased);
        Assert.That(again.X.flatten().ToArray<float>(), Is.EqualTo(x.flatten().ToArray<float>()));
        Assert.That(again.QueryIds, Is.EqualTo(new long?[] { 4, null, 5 }));
        Assert.That(again.Y.ToArray<float>(), Is.EqualTo(new[] { 1f, -1f, 2f }));
    }

    private LibsvmData Load(string content, int? featureCount = null, bool? zeroBased = null) =>
        LibsvmFile.Load(folder.Write(Encoding.UTF8.GetBytes(content), "a.libsvm"), featureCount, zeroBased);
}
