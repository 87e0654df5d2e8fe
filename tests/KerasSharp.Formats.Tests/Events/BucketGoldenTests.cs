using System.Text.Json;
using KerasSharp.Formats.Events;
using KerasSharp.Testing;

namespace KerasSharp.Formats.Tests.Events;

/// <summary>Histograms of TensorFlow 2 and 1, bit for bit.</summary>
public sealed class BucketGoldenTests
{
    private static IEnumerable<TestCaseData> Cases() => EventCases.Of(group => group == "buckets");

    [TestCaseSource(nameof(Cases))]
    public void Buckets_are_TensorFlows(GoldenCase golden)
    {
        if (golden.Has("positive_limits"))
            AssertLimits(golden);
        if (!golden.Has("data"))
            return;
        var data = Doubles.Of(golden.Array("data").ToNDArray());
        foreach (var expected in golden.Json.GetProperty("v2_buckets").EnumerateObject())
            AssertBuckets(expected.Value, HistogramBuckets.Of(data, int.Parse(expected.Name)), $"{golden} {expected.Name}");
        if (golden.Json.TryGetProperty("v1", out var v1))
            AssertLegacy(v1, LegacyHistogram.Of(data));
    }

    private static void AssertBuckets(JsonElement expected, TensorValue actual, string what)
    {
        Assert.That(actual.DType.Name(), Is.EqualTo(expected.GetProperty("dtype").GetString()), what);
        Assert.That(
            actual.Shape.ToArray(),
            Is.EqualTo(expected.GetProperty("shape").EnumerateArray().Select(size => size.GetInt64())),
            what
        );
        Assert.That(actual.Elements<double>().ToArray(), Is.EqualTo(Numbers(expected, "left_right_count")), what);
    }

    private static void AssertLegacy(JsonElement expected, LegacyHistogram actual)
    {
        Assert.That(actual.Limits, Is.EqualTo(Numbers(expected, "bucket_limit")));
        Assert.That(actual.Counts, Is.EqualTo(Numbers(expected, "bucket")));
        Assert.That(
            new[] { actual.Min, actual.Max, actual.Count, actual.Sum, actual.SumOfSquares },
            Is.EqualTo(new[] { "min", "max", "num", "sum", "sum_squares" }.Select(name => expected.GetProperty(name).GetDouble()))
        );
    }

    private static void AssertLimits(GoldenCase golden)
    {
        var limits = LegacyHistogram.DefaultLimits();
        var positive = golden.Array("positive_limits").ToDoubles();
        Assert.That(limits, Has.Length.EqualTo(golden.Json.GetProperty("count").GetInt32()));
        Assert.That(limits[^positive.Length..], Is.EqualTo(positive));
        Assert.That(limits[..positive.Length], Is.EqualTo(positive.Reverse().Select(limit => -limit)));
        Assert.That(limits[..4], Is.EqualTo(Numbers(golden.Json, "first")));
        Assert.That(limits[^4..], Is.EqualTo(Numbers(golden.Json, "last")));
    }

    private static double[] Numbers(JsonElement json, string name) =>
        [.. json.GetProperty(name).EnumerateArray().Select(EventExpectation.Number)];
}
