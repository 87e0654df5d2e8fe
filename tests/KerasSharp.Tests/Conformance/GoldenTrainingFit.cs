using System.Text.Json;
using KerasSharp.Callbacks;
using KerasSharp.Testing;

namespace KerasSharp.Tests.Conformance;

/// <summary>A golden case of one fit: logs by epoch and batch, evaluation, prediction, weights and the optimizer's state afterwards.</summary>
internal sealed class GoldenTrainingFit(GoldenCase golden)
{
    private static readonly HashSet<string> KnownArguments =
    [
        "x",
        "y",
        "epochs",
        "batch_size",
        "shuffle",
        "validation_data",
        "validation_split",
        "validation_freq",
        "validation_steps",
        "validation_batch_size",
        "sample_weight",
        "class_weight",
        "callbacks",
        "steps_per_epoch",
        "generator",
        "initial_epoch",
    ];

    private readonly Model model = (Model)GoldenLayers.Read(golden.Json.GetProperty("model"));
    private readonly List<List<Logs>> batchLogs = [];
    private readonly JsonElement fit = golden.Json.GetProperty("fit");

    public void Run()
    {
        foreach (var argument in fit.EnumerateObject().Where(argument => !KnownArguments.Contains(argument.Name)))
            NotYet.Report($"fit with {argument.Name}");
        int count = golden.Json.GetProperty("weights").GetArrayLength();
        GoldenTrainingSetup.Compile(model, golden.Json.GetProperty("compile"));
        GoldenTrainingSetup.SetWeights(golden, model, Enumerable.Range(0, count).Select(i => $"weight_{i}"));
        Callback[] callbacks = fit.TryGetProperty("callbacks", out var named)
            ? [.. named.EnumerateArray().Select(GoldenTrainingCallbacks.Read)]
            : [];
        var recorder = new LambdaCallback(
            onEpochBegin: (_, _) => batchLogs.Add([]),
            onTrainBatchEnd: (_, logs) => batchLogs[^1].Add(new Logs(logs))
        );
        var history = Fit([.. callbacks, recorder]);
        Assert.Multiple(() =>
        {
            CheckLogs(history);
            CheckResults();
            CheckState(count, callbacks);
        });
    }

    private History Fit(Callback[] callbacks)
    {
        var x = Data(fit, "x")!;
        var y = Data(fit, "y");
        var weight = Data(fit, "sample_weight");
        int epochs = Number("epochs") ?? 1;
        ValidationData? validation = fit.TryGetProperty("validation_data", out var held)
            ? new(Data(held, "x")!, Data(held, "y"), Data(held, "sample_weight"))
            : null;
        if (fit.TryGetProperty("generator", out var generator))
            return model.Fit(
                Generate(x[0], y![0], weight?[0], generator),
                epochs,
                verbose: 0,
                callbacks,
                validation,
                ClassWeight(),
                Number("initial_epoch") ?? 0,
                Number("steps_per_epoch"),
                Number("validation_steps"),
                Number("validation_batch_size"),
                Frequency()
            );
        return model.Fit(
            x,
            y,
            Number("batch_size") ?? 32,
            epochs,
            verbose: 0,
            callbacks,
            fit.TryGetProperty("validation_split", out var split) ? split.GetDouble() : 0,
            validation,
            fit.GetProperty("shuffle").GetBoolean(),
            ClassWeight(),
            weight,
            Number("initial_epoch") ?? 0,
            Number("steps_per_epoch"),
            Number("validation_steps"),
            Number("validation_batch_size"),
            Frequency()
        );
    }

    private static IEnumerable<Batch> Generate(NumSharp.NDArray x, NumSharp.NDArray y, NumSharp.NDArray? weight, JsonElement generator)
    {
        int size = generator.GetProperty("batch_size").GetInt32();
        bool repeats = generator.GetProperty("repeats").GetBoolean();
        do for (int start = 0; start < x.shape[0]; start += size)
        {
            var rows = $"{start}:{Math.Min(start + size, x.shape[0])}";
            yield return weight is null ? (x[rows], y[rows]) : (x[rows], y[rows], weight[rows]);
        }
        while (repeats);
    }

    private void CheckLogs(History history)
    {
        Assert.That(history.Values.Keys, Is.EqualTo(golden.Json.GetProperty("log_keys").EnumerateArray().Select(key => key.GetString())));
        GoldenTrainingCheck.History(golden, golden.Json.GetProperty("logs"), history);
        foreach (var (epoch, batches) in golden.Json.GetProperty("batch_logs").EnumerateArray().Index())
        {
            Assert.That(batchLogs[epoch], Has.Count.EqualTo(batches.GetArrayLength()), $"{golden} batches of epoch {epoch}");
            foreach (var (batch, logs) in batches.EnumerateArray().Index())
                GoldenTrainingCheck.Logs(golden, logs, batchLogs[epoch][batch], $"{golden} epoch {epoch}, batch {batch}");
        }
    }

    private void CheckResults()
    {
        var on = golden.Json.GetProperty("evaluate_on");
        int batchSize = on.GetProperty("batch_size").GetInt32();
        var logs = model.Evaluate(Data(on, "x")!, Data(on, "y"), batchSize, sampleWeight: Data(on, "sample_weight"));
        GoldenTrainingCheck.Logs(golden, golden.Json.GetProperty("evaluate"), logs, $"{golden} evaluate");
        GoldenTrainingCheck.List(golden, golden.Json.GetProperty("evaluate_list"), model.MetricsInOrder(logs), $"{golden} evaluate_list");
        var outputs = model.PredictAll(Data(on, "x")!, batchSize);
        foreach (var (i, name) in OutputOrder().Index())
            GoldenTrainingCheck.Array(golden, $"prediction_{i}", outputs[model.OutputNames.Index().First(pair => pair.Item == name).Index]);
    }

    /// <summary>Keras predicts a dictionary in the order in which the model was given it, not in that of its outputs.</summary>
    private IEnumerable<string> OutputOrder() =>
        golden.Json.GetProperty("model").GetProperty("config").TryGetProperty("output_layers", out var layers)
        && layers.ValueKind == JsonValueKind.Object
            ? layers.EnumerateObject().Select(pair => pair.Name)
            : model.OutputNames;

    private void CheckState(int count, Callback[] callbacks)
    {
        for (int i = 0; i < count; i++)
            GoldenTrainingCheck.Array(golden, $"weight_after_{i}", model.Weights[i].GetValue());
        var optimizer = model.Optimizer!;
        Assert.That(optimizer.Iteration.GetValue().GetInt64(), Is.EqualTo(golden.Json.GetProperty("iterations").GetInt64()));
        var paths = golden.Json.GetProperty("optimizer_variables").EnumerateArray().Select(item => item.GetProperty("path").GetString());
        Assert.That(optimizer.Variables.Select(variable => variable.Path), Is.EqualTo(paths));
        for (int i = 0; i < optimizer.Variables.Count; i++)
            GoldenTrainingCheck.Array(golden, $"optimizer_{i}", optimizer.Variables[i].GetValue());
        if (!golden.Json.TryGetProperty("early_stopping", out var stopping))
            return;
        var early = callbacks.OfType<EarlyStopping>().Single();
        Assert.That(
            (early.StoppedEpoch, early.BestEpoch, early.Wait),
            Is.EqualTo(
                (
                    stopping.GetProperty("stopped_epoch").GetInt32(),
                    stopping.GetProperty("best_epoch").GetInt32(),
                    stopping.GetProperty("wait").GetInt32()
                )
            )
        );
        Assert.That(early.Best, Is.EqualTo(stopping.GetProperty("best").GetDouble()).Within(0.1).Percent);
    }

    private DataArrays? Data(JsonElement owner, string key) => GoldenTrainingSetup.Data(golden, owner, key);

    private int? Number(string key) => fit.TryGetProperty(key, out var value) ? value.GetInt32() : null;

    private Dictionary<int, double>? ClassWeight() =>
        fit.TryGetProperty("class_weight", out var weights)
            ? weights.EnumerateObject().ToDictionary(pair => int.Parse(pair.Name), pair => pair.Value.GetDouble())
            : null;

    private ValidationFrequency? Frequency()
    {
        if (!fit.TryGetProperty("validation_freq", out var frequency))
            return null;
        return frequency.ValueKind == JsonValueKind.Number
            ? frequency.GetInt32()
            : ValidationFrequency.Create([.. frequency.EnumerateArray().Select(epoch => epoch.GetInt32())]);
    }
}
