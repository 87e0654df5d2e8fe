using System.Text.Json;

namespace KerasSharp.Testing.Tests;

/// <summary>Every case of the project's archives can be read, from many threads.</summary>
internal sealed class GoldenArchiveTests
{
    [TestCase("activations", "celu.points")]
    [TestCase("constraints", null)]
    [TestCase("initializers", null)]
    [TestCase("layers", null)]
    [TestCase("losses", null)]
    [TestCase("metrics", null)]
    [TestCase("models", null)]
    [TestCase("ops", "Abs.edge")]
    [TestCase("optimizers", null)]
    [TestCase("regularizers", null)]
    [TestCase("training", null)]
    public void EveryCaseIsReadable(string family, string? known)
    {
        IReadOnlyList<GoldenCase> cases = GoldenFamily.Load(family).Cases;
        Assert.That(cases, Is.Not.Empty);
        if (known is not null)
            Assert.That(cases.Select(golden => golden.Name), Does.Contain(known));
        Parallel.ForEach(cases, golden => Check(golden, family));
    }

    [Test]
    public void ArraysOfOpsHaveTheShapesOfTheirJson()
    {
        foreach (GoldenCase golden in GoldenFamily.Load("ops").Cases)
        foreach ((string list, string role) in new[] { ("inputs", "input"), ("outputs", "output") })
        {
            int index = 0;
            foreach (JsonElement entry in golden.Json.GetProperty(list).EnumerateArray())
            {
                string name = $"{role}_{index++}";
                if (golden.Has(name))
                    Assert.That(golden.Array(name).Shape, Is.EqualTo(Shape(entry)), $"{golden} {name}");
            }
        }
    }

    private static IEnumerable<long> Shape(JsonElement entry) =>
        entry.GetProperty("shape").EnumerateArray().Select(size => size.GetInt64());

    private static void Check(GoldenCase golden, string family)
    {
        Assert.That(golden.Json.GetProperty("family").GetString(), Is.EqualTo(family), golden.ToString());
        Assert.That(golden.Json.GetProperty("name").GetString(), Is.EqualTo(golden.Name), golden.ToString());
        foreach (string name in golden.ArrayNames)
        {
            GoldenArray array = golden.Array(name);
            int parts = array.NumpyDtype is "c8" or "c16" ? 2 : 1;
            long length = array.Strings?.LongLength ?? array.ToDoubles().LongLength / parts;
            Assert.That(length, Is.EqualTo(array.Count), $"{golden} {name}");
        }
    }
}
