using System.Text.Json;
using KerasSharp.Testing;
using NumSharp;

namespace KerasSharp.Tests.Conformance;

/// <summary>Comparisons of logs, weights and predictions with golden training cases.</summary>
internal static class GoldenTrainingCheck
{
    /// <summary>Fails unless the logs have the same names and values; a metric with several values is a list.</summary>
    public static void Logs(GoldenCase golden, JsonElement expected, Logs actual, string what)
    {
        Assert.That(actual.Keys, Is.EquivalentTo(expected.EnumerateObject().Select(pair => pair.Name)), what);
        foreach (var pair in expected.EnumerateObject())
            if (pair.Value.ValueKind == JsonValueKind.Array)
                Numbers(golden, [.. pair.Value.EnumerateArray()], actual.Arrays[pair.Name], $"{what} {pair.Name}");
            else
                Number(golden, pair.Value, actual[pair.Name], $"{what} {pair.Name}");
    }

    /// <summary>Fails unless the history has the same names in the same order, and values.</summary>
    public static void History(GoldenCase golden, JsonElement expected, History actual)
    {
        foreach (var pair in expected.EnumerateObject())
        {
            var values = pair.Value.EnumerateArray().ToArray();
            Assert.That(actual.Values[pair.Name], Has.Count.EqualTo(values.Length), $"{golden} {pair.Name}");
            for (int i = 0; i < values.Length; i++)
                if (values[i].ValueKind == JsonValueKind.Array)
                    Numbers(golden, [.. values[i].EnumerateArray()], actual.Arrays[pair.Name][i], $"{golden} {pair.Name} {i}");
                else
                    Number(golden, values[i], actual.Values[pair.Name][i], $"{golden} {pair.Name} {i}");
        }
    }

    /// <summary>Fails unless the list is what Keras returns: a number where it is one; of several values their mean.</summary>
    public static void List(GoldenCase golden, JsonElement expected, IReadOnlyList<double> actual, string what)
    {
        JsonElement[] values = expected.ValueKind == JsonValueKind.Array ? [.. expected.EnumerateArray()] : [expected];
        Numbers(golden, values, actual, what);
    }

    /// <summary>Fails unless an array is that of the case, as near as a trajectory must be.</summary>
    public static void Array(GoldenCase golden, string name, NDArray actual) =>
        Closeness.AssertClose(
            golden.Array(name),
            actual,
            golden.RelativeTolerance(1e-3),
            golden.AbsoluteTolerance(1e-4),
            $"{golden} {name}"
        );

    private static void Numbers(GoldenCase golden, JsonElement[] expected, IReadOnlyList<double> actual, string what)
    {
        Assert.That(actual, Has.Count.EqualTo(expected.Length), what);
        for (int i = 0; i < expected.Length; i++)
            Number(golden, expected[i], actual[i], $"{what} [{i}]");
    }

    private static void Number(GoldenCase golden, JsonElement expected, double actual, string what)
    {
        double wanted = expected.ValueKind switch
        {
            JsonValueKind.Array => expected.EnumerateArray().Average(value => value.GetDouble()),
            JsonValueKind.String => double.Parse(
                expected.GetString()!.Replace("nan", "NaN"),
                System.Globalization.CultureInfo.InvariantCulture
            ),
            _ => expected.GetDouble(),
        };
        double tolerance = golden.AbsoluteTolerance(1e-4) + golden.RelativeTolerance(1e-3) * Math.Abs(wanted);
        Assert.That(actual, Is.EqualTo(wanted).Within(tolerance), what);
    }
}
