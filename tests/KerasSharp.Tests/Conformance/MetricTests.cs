using System.Text.Json;
using KerasSharp.Losses;
using KerasSharp.Metrics;
using KerasSharp.Saving;
using KerasSharp.Testing;
using NumSharp;

namespace KerasSharp.Tests.Conformance;

/// <summary>Every golden case of a metric: results batch by batch, state, configs, names.</summary>
public sealed class MetricTests
{
    public static IEnumerable<TestCaseData> Cases => GoldenFamily.TestCases("metrics");

    [TestCaseSource(nameof(Cases))]
    public void Golden(GoldenCase golden)
    {
        if (golden.Json.GetProperty("group").GetString() == "names")
            MetricNameCases.Run(golden);
        else
            Run(golden, Create(golden));
    }

    [Test]
    public void AccuracyNeedsShapes() => Assert.Throws<ArgumentException>(() => _ = (Metric)"accuracy");

    [Test]
    public void MeanTakesNoTargets() =>
        Assert.Throws<NotSupportedException>(() => ((Metric)new Mean()).UpdateState(np.zeros(3), np.zeros(3)));

    private static void Run(GoldenCase golden, Metric metric)
    {
        var before = golden.Json.GetProperty("result_before_update");
        if (before.ValueKind == JsonValueKind.Number)
            Assert.That((double)(float)metric.Result(), Is.EqualTo(before.GetDouble()), "before the first update");
        foreach (var step in golden.Json.GetProperty("steps").EnumerateArray())
        {
            if (step.GetProperty("op").GetString() == "reset")
                metric.ResetState();
            else
                Update(golden, metric, step);
            AssertClose(golden, step.GetProperty("result").GetString()!, metric.Result());
        }
        for (int i = 0; i < metric.Variables.Count; i++)
            AssertClose(golden, $"variable_{i}", metric.Variables[i].GetValue());
        if (metric is MeanMetricWrapper)
            Assert.Throws<NotSupportedException>(() => metric.GetConfig());
        else
            GoldenConfig.AssertConfig(WithName(golden, metric), metric);
    }

    private static void Update(GoldenCase golden, Metric metric, JsonElement step)
    {
        NDArray? Array(string role) =>
            step.TryGetProperty(role, out var name) && name.ValueKind == JsonValueKind.String
                ? golden.Array(name.GetString()!).ToNDArray()
                : null;
        switch (metric)
        {
            case Mean mean:
                mean.UpdateState(Array("values")!, Array("sample_weight"));
                break;
            case Sum sum:
                sum.UpdateState(Array("values")!, Array("sample_weight"));
                break;
            default:
                metric.UpdateState(Array("y_true")!, Array("y_pred")!, Array("sample_weight"), Array("mask"));
                break;
        }
    }

    private static void AssertClose(GoldenCase golden, string name, NDArray actual) =>
        Closeness.AssertClose(golden.Array(name), actual, golden.RelativeTolerance(), golden.AbsoluteTolerance(), $"{golden} {name}");

    private static Metric Create(GoldenCase golden)
    {
        if (golden.Json.GetProperty("class").GetString() != "MeanMetricWrapper")
            return GoldenConfig.Create<Metric>(golden);
        var args = GoldenConfig.Parse(golden.Json.GetProperty("args"));
        var function = args.Get<string>("fn");
        return function == "categorical_accuracy"
            ? new MeanMetricWrapper(AccuracyFunctions.Categorical, args.Get<string>("name"))
            : new MeanMetricWrapper(
                KerasObjects.Deserialize<Loss>(new Config { ["class_name"] = function, ["config"] = args })!.Call,
                args.Get<string>("name")
            );
    }

    /// <summary>Automatic names count on through a process, so theirs is taken from the metric.</summary>
    private static JsonElement WithName(GoldenCase golden, Metric metric)
    {
        var expected = GoldenConfig.Parse(golden.Json.GetProperty("metric"));
        var config = (Config)expected["config"]!;
        Assert.That(metric.Name, Does.StartWith(config.Get<string>("name")));
        config["name"] = metric.Name;
        return JsonDocument.Parse(expected.ToString()).RootElement;
    }
}
