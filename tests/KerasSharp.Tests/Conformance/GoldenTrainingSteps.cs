using System.Text.Json;
using KerasSharp.Layers;
using KerasSharp.Testing;
using NumSharp;

namespace KerasSharp.Tests.Conformance;

/// <summary>A golden case of several operations on one or more models, with the result of each.</summary>
internal sealed class GoldenTrainingSteps
{
    private readonly GoldenCase golden;
    private readonly Dictionary<string, Model> models = [];

    public GoldenTrainingSteps(GoldenCase golden)
    {
        this.golden = golden;
        if (golden.Json.TryGetProperty("model", out var single))
            models["model"] = (Model)GoldenLayers.Read(single);
        else
            ReadModels(golden.Json.GetProperty("models"));
        foreach (var initial in golden.Json.GetProperty("initial").EnumerateObject())
            GoldenTrainingSetup.SetWeights(golden, models[initial.Name], initial.Value.EnumerateArray().Select(name => name.GetString()!));
        if (golden.Json.TryGetProperty("compile", out var compile))
            GoldenTrainingSetup.Compile(models["model"], compile);
    }

    public void Run()
    {
        var results = golden.Json.GetProperty("results").EnumerateArray().ToArray();
        foreach (var (i, step) in golden.Json.GetProperty("steps").EnumerateArray().Index())
            Run(step, results[i], $"{golden} step {i}");
        foreach (var (name, model) in models)
            for (int i = 0; i < model.Weights.Count; i++)
                GoldenTrainingCheck.Array(
                    golden,
                    name == "model" ? $"weight_after_{i}" : $"{name}_weight_after_{i}",
                    model.Weights[i].GetValue()
                );
    }

    /// <summary>The models inside the combined one are those that are trained on their own.</summary>
    private void ReadModels(JsonElement json)
    {
        var outer = json.EnumerateObject().Last();
        models[outer.Name] = (Model)GoldenLayers.Read(outer.Value);
        foreach (var inner in json.EnumerateObject().SkipLast(1))
            models[inner.Name] = (Model)models[outer.Name].GetLayer(inner.Name);
    }

    private void Run(JsonElement step, JsonElement result, string what)
    {
        var operation = step.GetProperty("op").GetString();
        var model = models[step.TryGetProperty("model", out var name) ? name.GetString()! : "model"];
        var (x, y, weight) = (Data(step, "x"), Data(step, "y"), Data(step, "sample_weight"));
        int batchSize = Number(step, "batch_size", 32);
        switch (operation)
        {
            case "compile":
                GoldenTrainingSetup.Compile(
                    model,
                    step.TryGetProperty("compile", out var compile) ? compile : golden.Json.GetProperty("compile")
                );
                break;
            case "set_trainable":
                var target = step.TryGetProperty("layer", out var layer) ? model.GetLayer(layer.GetString()!) : model;
                target.Trainable = step.GetProperty("value").GetBoolean();
                break;
            case "set_learning_rate":
                model.Optimizer!.LearningRate = step.GetProperty("value").GetDouble();
                break;
            case "reset_state":
                ((RecurrentLayer)model.GetLayer(step.GetProperty("layer").GetString()!)).ResetStates();
                break;
            case "counts":
                Assert.That(
                    (model.Weights.Count, model.TrainableWeights.Count, model.NonTrainableWeights.Count),
                    Is.EqualTo(
                        (
                            Number(result, "weights", -1),
                            Number(result, "trainable_weights", -1),
                            Number(result, "non_trainable_weights", -1)
                        )
                    ),
                    what
                );
                break;
            case "fit":
                var history = model.Fit(
                    x!,
                    y,
                    batchSize,
                    Number(step, "epochs", 1),
                    0,
                    shuffle: false,
                    initialEpoch: Number(step, "initial_epoch", 0),
                    sampleWeight: weight
                );
                GoldenTrainingCheck.History(golden, result.GetProperty("history"), history);
                Assert.That(
                    history.Epochs,
                    Is.EqualTo(result.GetProperty("epoch").EnumerateArray().Select(epoch => epoch.GetInt32())),
                    what
                );
                break;
            case "predict":
                Predictions(result, model.PredictAll(x!, batchSize));
                break;
            case "predict_on_batch":
                Predictions(result, model.PredictOnBatch(x!));
                break;
            default:
                Compare(model, Logs(operation!, model, x, y, weight, batchSize), result, what);
                break;
        }
    }

    private static Logs Logs(string operation, Model model, DataArrays? x, DataArrays? y, DataArrays? weight, int batchSize) =>
        operation switch
        {
            "train_on_batch" => model.TrainOnBatch(x!, y, weight),
            "test_on_batch" => model.TestOnBatch(x!, y, weight),
            "evaluate" => model.Evaluate(x!, y, batchSize, sampleWeight: weight),
            "get_metrics_result" => model.GetMetricsResult(),
            _ => throw new NotSupportedException(operation),
        };

    private void Compare(Model model, Logs logs, JsonElement result, string what)
    {
        if (result.ValueKind == JsonValueKind.Object)
            GoldenTrainingCheck.Logs(golden, result, logs, what);
        else
            GoldenTrainingCheck.List(golden, result, model.MetricsInOrder(logs), what);
    }

    private void Predictions(JsonElement names, NDArray[] outputs)
    {
        foreach (var (i, name) in names.EnumerateArray().Index())
            GoldenTrainingCheck.Array(golden, name.GetString()!, outputs[i]);
    }

    private DataArrays? Data(JsonElement step, string key) => GoldenTrainingSetup.Data(golden, step, key);

    private static int Number(JsonElement owner, string key, int otherwise) =>
        owner.TryGetProperty(key, out var value) ? value.GetInt32() : otherwise;
}
