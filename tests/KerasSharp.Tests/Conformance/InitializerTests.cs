using System.Text.Json;
using KerasSharp.Initializers;
using KerasSharp.Saving;
using KerasSharp.Testing;
using NumSharp;

namespace KerasSharp.Tests.Conformance;

/// <summary>Every golden case of an initializer: values or their distribution, seeds, configs.</summary>
public sealed class InitializerTests
{
    public static IEnumerable<TestCaseData> Cases => GoldenFamily.TestCases("initializers");

    [TestCaseSource(nameof(Cases))]
    public void Golden(GoldenCase golden)
    {
        var shape = Shape.Of([.. golden.Json.GetProperty("shape").EnumerateArray().Select(dim => dim.GetInt64())]);
        var initializer = Create(golden, "seed");
        if (golden.Json.GetProperty("exact").GetBoolean())
            new GoldenGraph(golden).AssertClose(("value", initializer.Create(shape)));
        else
            AssertSample(golden, initializer, shape);
        GoldenConfig.AssertConfig(golden.Json.GetProperty("initializer"), initializer);
    }

    /// <summary>The draws are those of TensorFlow, so mean, deviation and extremes are equal, not just near.</summary>
    private static void AssertSample(GoldenCase golden, Initializer initializer, Shape shape)
    {
        var other = Create(golden, null);
        var values = new GoldenGraph(golden).Evaluate([
            initializer.Create(shape),
            initializer.Create(shape),
            Create(golden, "seed").Create(shape),
            other.Create(shape),
            other.Create(shape),
        ]);
        var all = values[0].astype(NPTypeCode.Double).ToArray<double>();
        double mean = all.Average();
        var expected = golden.Json.GetProperty("sample");
        Assert.Multiple(() =>
        {
            AssertNear(expected, "mean", mean);
            AssertNear(expected, "std", Math.Sqrt(all.Average(value => (value - mean) * (value - mean))));
            AssertNear(expected, "min", all.Min());
            AssertNear(expected, "max", all.Max());
            Assert.That(values[1].ToArray<float>(), Is.EqualTo(values[0].ToArray<float>()), "one instance twice");
            Assert.That(values[2].ToArray<float>(), Is.EqualTo(values[0].ToArray<float>()), "the same seed");
            Assert.That(values[3].ToArray<float>(), Is.Not.EqualTo(values[0].ToArray<float>()), "another seed");
            Assert.That(values[4].ToArray<float>(), Is.EqualTo(values[3].ToArray<float>()), "one instance without a seed twice");
        });
    }

    private static void AssertNear(JsonElement sample, string key, double actual) =>
        Assert.That(actual, Is.EqualTo(sample.GetProperty(key).GetDouble()).Within(1e-5), key);

    private static Initializer Create(GoldenCase golden, string? seed)
    {
        var args = GoldenConfig.Parse(golden.Json.GetProperty("args"));
        if (seed is not null && golden.Json.TryGetProperty(seed, out var number))
            args["seed"] = number.GetInt32();
        return KerasObjects.Deserialize<Initializer>(
            new Config { ["class_name"] = golden.Json.GetProperty("class").GetString(), ["config"] = args }
        )!;
    }
}
