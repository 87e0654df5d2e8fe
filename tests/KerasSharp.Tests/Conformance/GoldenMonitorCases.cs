using System.Text.Json;
using KerasSharp.Callbacks;
using KerasSharp.Layers;
using KerasSharp.Optimizers;
using KerasSharp.Saving;
using KerasSharp.Testing;
using NumSharp;

namespace KerasSharp.Tests.Conformance;

/// <summary>The golden cases of callbacks that watch or change numbers from epoch to epoch.</summary>
internal static class GoldenMonitorCases
{
    public static void Stopping(GoldenCase golden)
    {
        var args = Arguments(golden);
        var model = Create(golden);
        var callback = new EarlyStopping(
            args.Get("monitor", "val_loss"),
            args.Get("min_delta", 0.0),
            args.Get("patience", 0),
            args.Get("verbose", 0),
            args.Get("mode", "auto"),
            args.Get<double?>("baseline", null),
            args.Get("restore_best_weights", false),
            args.Get("start_from_epoch", 0)
        )
        {
            Model = model,
        };
        if (golden.Json.TryGetProperty("error", out var error))
        {
            callback.OnTrainBegin(new Logs());
            var thrown = Assert.Throws<ArgumentException>(() => callback.OnEpochEnd(0, Read(golden.Json.GetProperty("logs")[0])));
            Assert.That(error.GetString(), Does.Contain(thrown!.Message.Split(',')[0]));
            return;
        }
        using var console = new CapturedConsole();
        foreach (var run in golden.Json.GetProperty("runs").EnumerateArray())
            Drive(golden, callback, run);
        if (golden.Json.TryGetProperty("printed", out var printed))
            Assert.That(console.ToString(), Is.EqualTo(printed.GetString()));
    }

    public static void Plateau(GoldenCase golden)
    {
        var args = Arguments(golden);
        ReduceLROnPlateau Make() =>
            new(
                args.Get("monitor", "val_loss"),
                args.Get("factor", 0.1),
                args.Get("patience", 10),
                args.Get("verbose", 0),
                args.Get("mode", "auto"),
                args.Get("min_delta", 1e-4),
                args.Get("cooldown", 0),
                args.Get("min_lr", 0.0)
            )
            {
                Model = Create(golden),
            };
        if (golden.Json.TryGetProperty("error", out var error))
        {
            Assert.That(error.GetString(), Does.EndWith(Assert.Throws<ArgumentException>(() => Make())!.Message.Split(" (Parameter")[0]));
            return;
        }
        var callback = Make();
        callback.Model.Optimizer!.LearningRate = golden.Json.GetProperty("initial_learning_rate").GetDouble();
        using var console = new CapturedConsole();
        foreach (var step in golden.Json.GetProperty("trace").EnumerateArray())
        {
            int epoch = step.GetProperty("epoch").GetInt32();
            if (epoch == 0)
                callback.OnTrainBegin(new Logs());
            var logs = Read(golden.Json.GetProperty("logs")[epoch]);
            callback.OnEpochEnd(epoch, logs);
            var what = $"{golden} epoch {epoch}";
            Assert.That(callback.Model.Optimizer.LearningRate, Is.EqualTo(step.GetProperty("learning_rate_after").GetDouble()), what);
            Assert.That(logs["learning_rate"], Is.EqualTo(step.GetProperty("logged").GetDouble()), what);
            Assert.That(callback.Wait, Is.EqualTo(step.GetProperty("wait").GetInt32()), what);
            Assert.That(callback.CooldownCounter, Is.EqualTo(step.GetProperty("cooldown").GetInt32()), what);
            Assert.That(callback.Best, Is.EqualTo(step.GetProperty("best").GetDouble()), what);
        }
        if (golden.Json.TryGetProperty("printed", out var printed))
            Assert.That(console.ToString(), Is.EqualTo(printed.GetString()));
    }

    public static void Scheduler(GoldenCase golden)
    {
        if (golden.Json.TryGetProperty("error", out _))
            Assert.Ignore("In C# a schedule can give nothing but a number.");
        var schedule = golden.Json.GetProperty("schedule");
        int verbose = golden.Json.GetProperty("verbose").GetInt32();
        double[] table = schedule.TryGetProperty("table", out var rates)
            ? [.. rates.EnumerateArray().Select(rate => rate.GetDouble())]
            : [];
        var callback =
            table.Length > 0
                ? new LearningRateScheduler(epoch => table[epoch], verbose)
                : new LearningRateScheduler((_, rate) => rate * schedule.GetProperty("factor").GetDouble(), verbose);
        var model = Create(golden);
        model.Optimizer!.LearningRate = golden.Json.GetProperty("initial_learning_rate").GetDouble();
        using var console = new CapturedConsole();
        var expected = golden.Json.GetProperty("history_learning_rate").EnumerateArray().Select(rate => rate.GetDouble()).ToArray();
        var history = model.Fit(np.ones(new NumSharp.Shape(4, 2)), np.ones(4), epochs: expected.Length, verbose: 0, callbacks: [callback]);
        Assert.That(console.ToString(), Is.EqualTo(golden.Json.GetProperty("printed").GetString()));
        Assert.That(history.Values["learning_rate"], Is.EqualTo(expected));
        Assert.That(history.Values.Keys, Is.EqualTo(golden.Json.GetProperty("keys").EnumerateArray().Select(key => key.GetString())));
    }

    public static void NaN(GoldenCase golden)
    {
        if (!golden.Json.TryGetProperty("losses", out var losses))
        {
            new GoldenCallbackOrder(golden).RunNaN();
            return;
        }
        var callback = new TerminateOnNaN(Arguments(golden).Get("raise_error", false)) { Model = Create(golden) };
        using var console = new CapturedConsole();
        var expected = golden.Json.GetProperty("stop_training_after").EnumerateArray().ToArray();
        foreach (var (batch, loss) in losses.EnumerateArray().Index())
        {
            var logs = loss.ValueKind == JsonValueKind.Null ? new Logs() : new Logs { ["loss"] = GoldenProgressCases.Number(loss) };
            if (batch < expected.Length)
            {
                callback.OnBatchEnd(batch, logs);
                Assert.That(callback.Model.StopTraining, Is.EqualTo(expected[batch].GetBoolean()));
                continue;
            }
            var error = Assert.Throws<InvalidOperationException>(() => callback.OnBatchEnd(batch, logs));
            Assert.That(golden.Json.GetProperty("error").GetString(), Is.EqualTo($"RuntimeError: {error!.Message}"));
        }
        Assert.That(console.ToString(), Is.EqualTo(golden.Json.GetProperty("printed").GetString()));
    }

    /// <summary>A run as the case's driver made it: the weights tell the epoch.</summary>
    private static void Drive(GoldenCase golden, EarlyStopping callback, JsonElement run)
    {
        var model = callback.Model;
        model.StopTraining = false;
        callback.OnTrainBegin(new Logs());
        foreach (var step in run.GetProperty("trace").EnumerateArray())
        {
            int epoch = step.GetProperty("epoch").GetInt32();
            SetWeights(model, epoch);
            callback.OnEpochEnd(epoch, Read(golden.Json.GetProperty("logs")[epoch]));
            var what = $"{golden} epoch {epoch}";
            Assert.That(callback.Wait, Is.EqualTo(step.GetProperty("wait").GetInt32()), what);
            Assert.That(callback.BestEpoch, Is.EqualTo(step.GetProperty("best_epoch").GetInt32()), what);
            Assert.That(model.StopTraining, Is.EqualTo(step.GetProperty("stop_training").GetBoolean()), what);
            if (step.GetProperty("best") is { ValueKind: not JsonValueKind.Null } best)
                Assert.That(callback.Best, Is.EqualTo(GoldenProgressCases.Number(best)), what);
            else
                Assert.That(callback.Best, Is.Null, what);
        }
        callback.OnTrainEnd(new Logs());
        Assert.That(callback.StoppedEpoch, Is.EqualTo(run.GetProperty("stopped_epoch").GetInt32()));
        Assert.That(model.GetWeights()[0].GetAtIndex(0), Is.EqualTo((float)run.GetProperty("weights_of_epoch").GetInt32()));
    }

    private static Config Arguments(GoldenCase golden) => Config.Parse(golden.Json.GetProperty("args").GetRawText());

    private static Logs Read(JsonElement json)
    {
        var logs = new Logs();
        foreach (var pair in json.EnumerateObject())
            logs[pair.Name] = GoldenProgressCases.Number(pair.Value);
        return logs;
    }

    private static void SetWeights(Model model, int value) =>
        model.SetWeights([.. model.GetWeights().Select(weight => np.full(weight.Shape, (float)value))]);

    /// <summary>A compiled model that has seen a batch, so that its metrics are known.</summary>
    private static Model Create(GoldenCase golden)
    {
        var model = new Sequential { new Dense(1) { InputShape = [2] } };
        MetricList? metrics = golden.Json.TryGetProperty("metrics", out var names)
            ? MetricList.Create([.. names.EnumerateArray().Select(name => (OutputMetrics)name.GetString()!)])
            : null;
        model.Compile(new SGD(0.01), "mse", metrics);
        model.TestOnBatch(np.ones(new NumSharp.Shape(4, 2)), np.ones(new NumSharp.Shape(4, 1)));
        return model;
    }
}
