using System.Text.Json;
using System.Text.RegularExpressions;
using KerasSharp.Callbacks;
using KerasSharp.Layers;
using KerasSharp.Optimizers;
using KerasSharp.Testing;
using NumSharp;

namespace KerasSharp.Tests.Conformance;

/// <summary>The golden cases of the progress bar and of what trainings print with it.</summary>
internal static partial class GoldenProgressCases
{
    public static void Bar(GoldenCase golden)
    {
        var args = golden.Json.GetProperty("args");
        var (writer, clock) = (new StringWriter(), new Clock());
        var bar = new Progbar(
            args.GetProperty("target") is { ValueKind: JsonValueKind.Number } target ? target.GetInt32() : null,
            args.TryGetProperty("width", out var width) ? width.GetInt32() : 20,
            args.TryGetProperty("verbose", out var verbose) ? verbose.GetInt32() : 1,
            args.TryGetProperty("interval", out var interval) ? interval.GetDouble() : 0.05,
            args.TryGetProperty("stateful_metrics", out var stateful)
                ? [.. stateful.EnumerateArray().Select(name => name.GetString()!)]
                : null,
            output: writer,
            timeProvider: clock
        );
        var texts = golden.Json.GetProperty("texts").EnumerateArray().Select(text => text.GetString()).ToArray();
        foreach (var (i, update) in golden.Json.GetProperty("updates").EnumerateArray().Index())
        {
            clock.Now = update.GetProperty("clock").GetDouble();
            writer.GetStringBuilder().Clear();
            Update(bar, update);
            Assert.That(writer.ToString(), Is.EqualTo(texts[i]), $"{golden} update {i}");
        }
    }

    public static void Logger(GoldenCase golden)
    {
        using var console = new CapturedConsole();
        Run(golden, new ProgbarLogger(timeProvider: new Training.FakeTime(1), redraws: true));
        Assert.That(Normalised(console.ToString()), Is.EqualTo(golden.Json.GetProperty("text_times_normalised").GetString()));
    }

    private static void Run(GoldenCase golden, ProgbarLogger logger)
    {
        var (x, y) = (Matrix(golden.Json.GetProperty("x")), Matrix(golden.Json.GetProperty("y")));
        var model = new Sequential { new Dense(1) { InputShape = [2] } };
        var weights = golden.Json.GetProperty("weights");
        model.SetWeights([Matrix(weights[0]), new NDArray(new[] { weights[1][0].GetSingle() })]);
        model.Compile(new SGD(0.01), "mse", golden.Json.TryGetProperty("metrics", out _) ? ["mae"] : null);
        Model Fit(int epochs, int verbose, ValidationData? validation = null, int batchSize = 4, params Callback[] more)
        {
            model.Fit(x, y, batchSize, epochs, verbose, [.. more, logger], validationData: validation, shuffle: false);
            return model;
        }
        _ = golden.Name.Split('.')[1] switch
        {
            "fit-auto" => Fit(1, 1),
            "fit-verbose1" => Fit(2, 1),
            "fit-verbose1-validation" => Fit(1, 1, (x[":4"], y[":4"])),
            "fit-verbose2" => Fit(2, 2),
            "fit-verbose2-one-epoch" => Fit(1, 2),
            "early-stopping-verbose" => Fit(3, 2, null, 4, new EarlyStopping("loss", mode: "max", patience: 1, verbose: 1)),
            "generator-unknown-length-verbose2" => model.Fit(Generate(x, y), verbose: 2, callbacks: [logger]),
            "evaluate-verbose1" => model.Evaluate(x, y, 4, 1, callbacks: [logger]),
            "predict-verbose1" => model.Predict(x, 4, 1, callbacks: [logger]),
            "predict-verbose2" => (object)model.Predict(x, 4, 2, callbacks: [logger]),
            var other => throw new NotSupportedException(other),
        };
    }

    private static IEnumerable<Batch> Generate(NDArray x, NDArray y)
    {
        for (int i = 0; i < 3; i++)
            yield return (x[":4"], y[":4"]);
    }

    private static void Update(Progbar bar, JsonElement update)
    {
        var values = update.TryGetProperty("values", out var given)
            ? given.EnumerateArray().Select(pair => KeyValuePair.Create(pair[0].GetString()!, Number(pair[1])))
            : null;
        if (update.TryGetProperty("add", out var steps))
            bar.Add(steps.GetInt32(), values);
        else
            bar.Update(
                update.GetProperty("current").GetInt32(),
                values,
                update.TryGetProperty("finalize", out var finalize) ? finalize.GetBoolean() : null
            );
    }

    internal static NDArray Matrix(JsonElement rows) =>
        new NDArray(rows.EnumerateArray().SelectMany(row => row.EnumerateArray().Select(value => value.GetSingle())).ToArray()).reshape(
            rows.GetArrayLength(),
            rows[0].GetArrayLength()
        );

    /// <summary>A number; JSON has NaN and infinities as text.</summary>
    internal static double Number(JsonElement value) =>
        value.ValueKind != JsonValueKind.String
            ? value.GetDouble()
            : value.GetString() switch
            {
                "nan" => double.NaN,
                "inf" => double.PositiveInfinity,
                _ => double.NegativeInfinity,
            };

    /// <summary>Durations as #, a run of backspaces as one, without the blanks that pad a line.</summary>
    private static string Normalised(string text)
    {
        text = Padding().Replace(Backspaces().Replace(text, "\b"), "");
        text = StepTime().Replace(Elapsed().Replace(text, "$1#$2"), " #/step");
        return LineElapsed().Replace(text, " - # - ");
    }

    [GeneratedRegex("\b+")]
    private static partial Regex Backspaces();

    [GeneratedRegex(" +(?=[\b\n]|$)")]
    private static partial Regex Padding();

    [GeneratedRegex(@"(\e\[1m)[0-9:]+s?(\e\[0m \d|\e\[0m #)")]
    private static partial Regex Elapsed();

    [GeneratedRegex(@" \d+(us|ms|s)/step")]
    private static partial Regex StepTime();

    [GeneratedRegex(@" - \d+s - ")]
    private static partial Regex LineElapsed();

    private sealed class Clock : TimeProvider
    {
        public double Now { get; set; }

        public override long TimestampFrequency => 1_000_000_000;

        public override long GetTimestamp() => (long)Math.Round(Now * TimestampFrequency);
    }
}
