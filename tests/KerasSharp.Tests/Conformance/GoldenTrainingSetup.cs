using System.Text.Json;
using KerasSharp.Losses;
using KerasSharp.Metrics;
using KerasSharp.Optimizers;
using KerasSharp.Saving;
using KerasSharp.Testing;

namespace KerasSharp.Tests.Conformance;

/// <summary>Compiled models and data of golden training cases.</summary>
internal static class GoldenTrainingSetup
{
    /// <summary>Compiles a model as a case's <c>compile</c> says.</summary>
    public static void Compile(Model model, JsonElement compile) =>
        model.Compile(
            Optimizer(compile.GetProperty("optimizer")),
            Losses(compile.GetProperty("loss")),
            Metrics(compile.GetProperty("metrics")),
            Metrics(compile.GetProperty("weighted_metrics")),
            Weights(compile.GetProperty("loss_weights"))
        );

    /// <summary>The arrays that a case names: one, a list, or by names of inputs or outputs; null where it names none.</summary>
    public static DataArrays? Data(GoldenCase golden, JsonElement owner, string key)
    {
        if (!owner.TryGetProperty(key, out var json))
            return null;
        return json.ValueKind switch
        {
            JsonValueKind.String => golden.Array(json.GetString()!).ToNDArray(),
            JsonValueKind.Array => DataArrays.Create([
                .. json.EnumerateArray().Select(name => golden.Array(name.GetString()!).ToNDArray()),
            ]),
            JsonValueKind.Object => json.EnumerateObject()
                .ToDictionary(pair => pair.Name, pair => golden.Array(pair.Value.GetString()!).ToNDArray()),
            _ => null,
        };
    }

    /// <summary>Gives a model's weights the arrays of these names.</summary>
    public static void SetWeights(GoldenCase golden, Model model, IEnumerable<string> names) =>
        model.SetWeights([.. names.Select(name => golden.Array(name).ToNDArray())]);

    private static Optimizer Optimizer(JsonElement json)
    {
        var config = Config.Parse(json.GetRawText());
        var name = (string)config["class_name"]!;
        if (!KerasObjects.Names<Optimizer>().Contains(name))
            NotYet.Report(name);
        if (((Config)config["config"]!)["learning_rate"] is Config)
            NotYet.Report($"{name} with a learning-rate schedule");
        return KerasObjects.Deserialize<Optimizer>(config)!;
    }

    private static LossList? Losses(JsonElement json) =>
        json.ValueKind switch
        {
            JsonValueKind.Null => null,
            JsonValueKind.Array => LossList.Create([.. json.EnumerateArray().Select(Loss)]),
            JsonValueKind.Object when !json.TryGetProperty("class_name", out _) => json.EnumerateObject()
                .ToDictionary(pair => pair.Name, pair => Loss(pair.Value)),
            _ => Loss(json),
        };

    private static Loss Loss(JsonElement json) =>
        json.ValueKind == JsonValueKind.String ? json.GetString()! : KerasObjects.Deserialize<Loss>(Config.Parse(json.GetRawText()))!;

    private static MetricList? Metrics(JsonElement json) =>
        json.ValueKind switch
        {
            JsonValueKind.Null => null,
            JsonValueKind.Array => MetricList.Create([.. json.EnumerateArray().Select(Group)]),
            _ => json.EnumerateObject().ToDictionary(pair => pair.Name, pair => Group(pair.Value)),
        };

    private static OutputMetrics Group(JsonElement json) =>
        json.ValueKind == JsonValueKind.Array ? json.EnumerateArray().Select(Metric).ToArray() : Metric(json);

    private static MetricSpec Metric(JsonElement json)
    {
        if (json.ValueKind == JsonValueKind.String)
            return json.GetString()!;
        var config = Config.Parse(json.GetRawText());
        if (!KerasObjects.Names<Metric>().Contains((string)config["class_name"]!))
            NotYet.Report((string)config["class_name"]!);
        return KerasObjects.Deserialize<Metric>(config)!;
    }

    private static LossWeights? Weights(JsonElement json) =>
        json.ValueKind switch
        {
            JsonValueKind.Null => null,
            JsonValueKind.Array => json.EnumerateArray().Select(weight => weight.GetDouble()).ToArray(),
            _ => json.EnumerateObject().ToDictionary(pair => pair.Name, pair => pair.Value.GetDouble()),
        };
}
