using System.Text.Json;
using KerasSharp.Layers;
using KerasSharp.Losses;
using KerasSharp.Metrics;
using KerasSharp.Saving;
using KerasSharp.Testing;

namespace KerasSharp.Tests.Conformance;

/// <summary>What strings mean as metrics and losses, and which names metrics get.</summary>
internal static class MetricNameCases
{
    private static readonly Config Arguments = Config.Parse("""{"num_classes": 2, "target_class_ids": [0], "specificity": 0.5}""");

    public static void Run(GoldenCase golden)
    {
        if (golden.Json.TryGetProperty("order", out var order))
            Automatic(order);
        else if (golden.Json.TryGetProperty("objects", out _))
            Objects();
        else
            Strings(golden);
    }

    private static void Automatic(JsonElement order)
    {
        LayerNaming.Reset();
        foreach (var item in order.EnumerateArray())
        {
            var name = item.GetProperty("class").GetString()!;
            if (name != "MeanMetricWrapper" && !KerasObjects.Names<Metric>().Contains(name))
                NotYet.Report(name);
            var metric =
                name == "MeanMetricWrapper"
                    ? new MeanMetricWrapper((yTrue, _) => yTrue)
                    : KerasObjects.Deserialize<Metric>(new Config { ["class_name"] = name, ["config"] = Arguments })!;
            Assert.That(metric.Name, Is.EqualTo(item.GetProperty("name").GetString()), name);
        }
    }

    private static void Objects()
    {
        LayerNaming.Reset();
        Metric Resolve(MetricSpec spec) => spec.Resolve([8, 1], [8, 1]);
        Assert.Multiple(() =>
        {
            Assert.That(Resolve(new Metrics.MeanSquaredError()).Name, Is.EqualTo("mean_squared_error"));
            Assert.That(Resolve(new Metrics.MeanSquaredError("m")).Name, Is.EqualTo("m"));
            var ofLoss = Resolve(new Losses.MeanSquaredError());
            Assert.That((ofLoss.ClassName, ofLoss.Name), Is.EqualTo(("MeanMetricWrapper", "mean_squared_error")));
            Assert.That(Resolve(new AUC()).Name, Is.EqualTo("auc"));
            Assert.That(Resolve(new AUC()).Name, Is.EqualTo("auc_1"));
            Assert.That(Resolve(new Precision()).Name, Is.EqualTo("precision"));
        });
    }

    private static void Strings(GoldenCase golden)
    {
        Shape Read(string key) => Shape.Of([.. golden.Json.GetProperty(key).EnumerateArray().Select(dim => dim.GetInt64())]);
        var (yTrue, yPred) = (Read("y_true_shape"), Read("y_pred_shape"));
        Assert.Multiple(() =>
        {
            foreach (var item in golden.Json.GetProperty("metrics").EnumerateObject())
                CheckMetric(item, yTrue, yPred);
            foreach (var item in golden.Json.GetProperty("losses").EnumerateObject())
                CheckLoss(item);
        });
    }

    private static void CheckMetric(JsonProperty item, Shape yTrue, Shape yPred)
    {
        if (item.Value.TryGetProperty("error", out _))
        {
            var error = Assert.Catch<Exception>(() => new MetricSpec(item.Name).Resolve(yTrue, yPred), item.Name);
            Assert.That(error, Is.InstanceOf<ArgumentException>().Or.InstanceOf<FormatException>());
            return;
        }
        var metric = new MetricSpec(item.Name).Resolve(yTrue, yPred);
        Assert.That(
            (metric.ClassName, metric.Name),
            Is.EqualTo((item.Value.GetProperty("class").GetString()!, item.Value.GetProperty("name").GetString()!)),
            item.Name
        );
    }

    private static void CheckLoss(JsonProperty item)
    {
        if (item.Value.TryGetProperty("error", out _))
        {
            Assert.Throws<ArgumentException>(() => _ = (Loss)item.Name, item.Name);
            return;
        }
        Assert.That(((Loss)item.Name).Name, Is.EqualTo(item.Value.GetProperty("name").GetString()), item.Name);
    }
}
