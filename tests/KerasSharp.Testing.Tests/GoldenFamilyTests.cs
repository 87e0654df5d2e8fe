using System.Text.Json;

namespace KerasSharp.Testing.Tests;

[Parallelizable(ParallelScope.All)]
internal sealed class GoldenFamilyTests
{
    private const string Typed = """
        {"family": "toys", "name": "a", "rtol": 0.5, "inputs": [{"dtype": "bfloat16", "shape": [2], "encoding": "bfloat16-bits"},
          {"dtype": "string", "shape": [2, 1], "values": [["x"], ["é"]]},
          {"dtype": "string", "shape": [], "encoding": "base64", "values": "/wA="}], "outputs": [{"dtype": "float32", "shape": [2, 2]}]}
        """;

    [Test]
    public void FoldersAddToTheArchiveAndReplaceItsCases()
    {
        using var files = new SampleFiles();
        files.AddArchive(
            "toys",
            SampleFiles.Json("b", """{"family": "toys", "from": "archive"}"""),
            SampleFiles.Json("a", """{"family": "toys", "from": "archive"}"""),
            SampleFiles.Json("a_list", """{"inner": {"family": "toys"}}"""),
            ("a.npz", SampleFiles.Stored)
        );
        string first = files.AddFolder(
            "first",
            "toys",
            SampleFiles.Json("a", """{"family": "toys", "from": "first"}"""),
            SampleFiles.Json("c", """{"family": "toys", "from": "first"}""")
        );
        string second = files.AddFolder("second", "toys", SampleFiles.Json("c", """{"from": "second", "family": "toys"}"""));
        string list = string.Join(Path.PathSeparator, first, Path.Combine(files.Root, "missing"), second);

        GoldenFamily family = GoldenFamily.Load("toys", Path.Combine(files.Root, "tests", "Some.Tests", "bin"), list);

        Assert.That(family.Cases.Select(golden => golden.ToString()), Is.EqualTo(new[] { "toys/a", "toys/b", "toys/c" }));
        Assert.That(
            family.Cases.Select(golden => golden.Json.GetProperty("from").GetString()),
            Is.EqualTo(new[] { "first", "archive", "second" })
        );
        Assert.That(family.Cases[0].Has("input_0"), Is.False, "the replaced case's arrays went with it");
    }

    [Test]
    public void ArraysHaveTheTypesThatTheJsonSays()
    {
        using var files = new SampleFiles();
        files.AddArchive("toys", SampleFiles.Json("a", Typed), ("a.npz", SampleFiles.Stored));
        GoldenCase golden = GoldenFamily.Load("toys", files.Root, null).Cases.Single();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(golden.Array("input_0").NumpyDtype, Is.EqualTo("bfloat16"));
            Assert.That(golden.Array("input_0").ToDoubles(), Is.EqualTo(new[] { 1.5, -2 }));
            Assert.That(golden.Array("input_1").Strings, Is.EqualTo(new[] { "x", "é" }));
            Assert.That(golden.Array("input_1").Shape, Is.EqualTo(new long[] { 2, 1 }));
            Assert.That(golden.Array("input_2").StringBytes, Is.EqualTo(new[] { new byte[] { 0xFF, 0 } }));
            Assert.That(golden.Array("output_0").ToArray<float>(), Is.EqualTo(new[] { 1f, 2, 3, 4 }));
            Assert.That(golden.Has("input_3"), Is.False);
            Assert.That(() => golden.Array("input_3"), Throws.TypeOf<KeyNotFoundException>().With.Message.Contains("input_3"));
            Assert.That(golden.RelativeTolerance(), Is.EqualTo(0.5));
            Assert.That(golden.AbsoluteTolerance(), Is.EqualTo(1e-5));
        }
    }

    [Test]
    public void CompressedArraysAreRead() =>
        Assert.That(new NpzReader(SampleFiles.Deflated).Find("x")!.ToDoubles(), Is.EqualTo(new[] { 7.5 }));

    [Test]
    public void ADamagedCaseStaysInTheListAndFailsWhenRead()
    {
        using var files = new SampleFiles();
        string folder = files.AddFolder("folder", "toys", SampleFiles.Json("broken", "{\"name\": "));
        GoldenCase golden = GoldenFamily.Load("toys", files.Root, folder).Cases.Single();
        Assert.That(() => golden.Json, Throws.InstanceOf<JsonException>());
    }

    [Test]
    public void AnUnknownFamilyIsNamed()
    {
        using var files = new SampleFiles();
        Assert.That(
            () => GoldenFamily.Load("toys", files.Root, null),
            Throws.TypeOf<FileNotFoundException>().With.Message.Contains("toys")
        );
    }

    [Test]
    public void TestCasesAreNamedByFamilyAndCase()
    {
        TestCaseData data = GoldenFamily.TestCases("activations").First();
        var golden = (GoldenCase)data.Arguments[0]!;
        Assert.That(data.TestName, Is.EqualTo("activations/" + golden.Name));
        Assert.That(data.Properties.Get(GoldenFamily.Property), Is.EqualTo("activations"));
    }
}
