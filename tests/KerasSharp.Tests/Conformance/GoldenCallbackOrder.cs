using System.Text.Json;
using KerasSharp.Callbacks;
using KerasSharp.Layers;
using KerasSharp.Optimizers;
using KerasSharp.Testing;
using NumSharp;

namespace KerasSharp.Tests.Conformance;

/// <summary>The golden cases of the order in which callbacks are called.</summary>
internal sealed class GoldenCallbackOrder(GoldenCase golden)
{
    private static readonly NDArray X = np.ones(new NumSharp.Shape(10, 2), np.float32);
    private static readonly NDArray Y = np.ones(new NumSharp.Shape(10, 1), np.float32);
    private readonly List<string> calls = [];

    public void Run()
    {
        var name = golden.Name.Split('.')[1];
        if (name == "steps-per-execution")
            NotYet.Report("steps_per_execution");
        var model = Create(0.01);
        if (name == "history")
        {
            CheckHistory(model);
            return;
        }
        var recorder = new CallbackRecorder(calls);
        var outcome = Run(name, model, recorder);
        if (golden.Json.TryGetProperty("history_epochs", out var epochs))
            Assert.That(((History)outcome).Epochs, Is.EqualTo(epochs.EnumerateArray().Select(epoch => epoch.GetInt32())));
        var expected = golden.Json.GetProperty("calls").EnumerateArray().ToArray();
        if (expected.FirstOrDefault(call => call[0].GetString() == "set_params") is { ValueKind: JsonValueKind.Array } parameters)
            CheckParameters(recorder, parameters[2]);
        Assert.That(
            calls,
            Is.EqualTo(expected.Where(call => !call[0].GetString()!.StartsWith("set_", StringComparison.Ordinal)).Select(Text))
        );
    }

    public void RunLambda()
    {
        if (golden.Name.EndsWith("epoch-end", StringComparison.Ordinal))
        {
            var end = new LambdaCallback(onEpochEnd: (epoch, logs) => calls.Add($"{epoch} {string.Join(',', logs.Keys)}"));
            Create(0.01).Fit(X, Y, epochs: 2, verbose: 0, callbacks: [end], validationData: (X, Y));
        }
        else
        {
            Action<Logs> Call(string name) => logs => calls.Add($"{name} {string.Join(',', logs.Keys)}".Trim());
            Action<int, Logs> At(string name) => (index, logs) => calls.Add($"{name} {index} {string.Join(',', logs.Keys)}".Trim());
            var all = new LambdaCallback(
                At("on_epoch_begin"),
                At("on_epoch_end"),
                At("on_train_batch_begin"),
                At("on_train_batch_end"),
                Call("on_train_begin"),
                Call("on_train_end")
            );
            Create(0.01, "mae").Fit(X, Y, 5, 2, 0, [all]);
        }
        Assert.That(calls, Is.EqualTo(golden.Json.GetProperty("calls").EnumerateArray().Select(Text)));
    }

    public void RunNaN()
    {
        bool raises = golden.Json.TryGetProperty("error", out _);
        var model = Create(golden.Json.GetProperty("learning_rate").GetDouble());
        using var console = new CapturedConsole();
        // The watch comes last, as in the case: after an exception it is not told of the batch.
        Callback[] callbacks = [new TerminateOnNaN(raises), new CallbackRecorder(calls)];
        void Fit() => model.Fit(X * 3, Y, 2, 3, 0, callbacks);
        if (raises)
            Assert.That(
                Assert.Throws<InvalidOperationException>(Fit)!.Message,
                Does.StartWith("NaN or Inf loss encountered at batch 1. Loss value: ")
            );
        else
            Fit();
        Assert.That(calls, Is.EqualTo(golden.Json.GetProperty("calls").EnumerateArray().Select(Text)));
        Assert.That(console.ToString(), Is.EqualTo(golden.Json.GetProperty("printed").GetString()));
    }

    private object Run(string name, Model model, CallbackRecorder recorder) =>
        name switch
        {
            "fit" => model.Fit(X, Y, 4, 2, 0, [recorder]),
            "fit-initial-epoch" => model.Fit(X, Y, 5, 4, 0, [recorder], initialEpoch: 2),
            "fit-metrics-validation" => model.Fit(X, Y, 4, 2, 0, [recorder], validationData: (X[":5"], Y[":5"])),
            "fit-validation-freq" => model.Fit(X, Y, 5, 3, 0, [recorder], validationData: (X, Y), validationFreq: 2),
            "fit-generator" => model.Fit(Batches(true), 2, 0, [recorder], stepsPerEpoch: 2),
            "fit-generator-unknown-length" => model.Fit(Batches(false), 1, 0, [recorder]),
            "predict" => model.Predict(X, 4, callbacks: [recorder]),
            "stop-in-epoch" => model.Fit(X, Y, 4, 4, 0, [Stopper(), recorder], validationData: (X, Y)),
            "on-batch-alias" => model.Fit(X, Y, 5, 1, 0, [new BatchAliases(calls)], validationData: (X, Y)),
            "two-callbacks" => model.Fit(
                X,
                Y,
                10,
                1,
                0,
                [new CallbackRecorder(calls, "first "), new CallbackRecorder(calls, "second ")],
                validationData: (X, Y)
            ),
            _ => throw new NotSupportedException(name),
        };

    private LambdaCallback Stopper()
    {
        int stop = golden.Json.GetProperty("stop").GetProperty("epoch").GetInt32();
        LambdaCallback? callback = null;
        callback = new LambdaCallback(onEpochEnd: (epoch, _) => callback!.Model.StopTraining = epoch == stop);
        return callback;
    }

    private void CheckHistory(Model model)
    {
        model.Compile(new SGD(0.01), "mse", ["mae"]);
        void Check(string key, History history)
        {
            var expected = golden.Json.GetProperty(key);
            Assert.That(history.Epochs, Is.EqualTo(expected.GetProperty("epoch").EnumerateArray().Select(epoch => epoch.GetInt32())));
            Assert.That(history.Values.Keys, Is.EqualTo(expected.GetProperty("keys").EnumerateArray().Select(name => name.GetString())));
        }
        Check("first", model.Fit(X, Y, 5, 2, 0));
        var second = model.Fit(X, Y, 5, 3, 0, initialEpoch: 2, validationData: (X, Y));
        Check("second", second);
        Assert.That(model.History, Is.SameAs(second));
        Check("no_epochs", model.Fit(X, Y, 5, 2, 0, initialEpoch: 2));
    }

    private static void CheckParameters(Callback callback, JsonElement parameters)
    {
        int? steps = parameters.GetProperty("steps") is { ValueKind: JsonValueKind.Number } number ? number.GetInt32() : null;
        Assert.That(
            (callback.Verbose, callback.Epochs, callback.Steps),
            Is.EqualTo((parameters.GetProperty("verbose").GetInt32(), parameters.GetProperty("epochs").GetInt32(), steps))
        );
    }

    private Model Create(double learningRate, params string[] metrics)
    {
        if (golden.Json.TryGetProperty("metrics", out var names))
            metrics = [.. names.EnumerateArray().Select(name => name.GetString()!)];
        var model = new Sequential { new Dense(1) { InputShape = [2] } };
        model.Compile(new SGD(learningRate), "mse", MetricList.Create([.. metrics.Select(name => (OutputMetrics)name)]));
        return model;
    }

    private static IEnumerable<Batch> Batches(bool repeats)
    {
        do foreach (var rows in new[] { ":4", "4:8", "8:" })
            yield return (X[rows], Y[rows]);
        while (repeats);
    }

    /// <summary>A call as text: its parts without nulls, lists of names joined.</summary>
    private static string Text(JsonElement call) =>
        string.Join(
                ' ',
                call.EnumerateArray()
                    .Where(part => part.ValueKind != JsonValueKind.Null)
                    .Select(part =>
                        part.ValueKind == JsonValueKind.Array
                            ? string.Join(',', part.EnumerateArray().Select(name => name.GetString()))
                            : part.ToString()
                    )
            )
            .Trim();

    private sealed class BatchAliases(List<string> calls) : Callback
    {
        public override void OnBatchBegin(int batch, Logs logs) => calls.Add($"on_batch_begin {batch}");

        public override void OnBatchEnd(int batch, Logs logs) => calls.Add($"on_batch_end {batch} {string.Join(',', logs.Keys)}");
    }
}
