using System.Text.Json;
using KerasSharp.Callbacks;
using KerasSharp.Layers;
using KerasSharp.Optimizers;
using KerasSharp.Testing;
using NumSharp;

namespace KerasSharp.Tests.Conformance;

/// <summary>The golden cases of SwapEMAWeights: a weight and its average, watched before and after the callback.</summary>
internal static class GoldenSwapCases
{
    public static void Run(GoldenCase golden)
    {
        var (x, y) = (GoldenProgressCases.Matrix(golden.Json.GetProperty("x")), GoldenProgressCases.Matrix(golden.Json.GetProperty("y")));
        var model = new Sequential { new Dense(1, useBias: false) { InputShape = [2] } };
        model.SetWeights([GoldenProgressCases.Matrix(golden.Json.GetProperty("kernel"))]);
        model.Compile(new SGD(0.1) { UseEma = true, EmaMomentum = 0.5 }, "mse");
        var trace = new List<(string Call, double Weight, double? Average)>();
        bool swaps = golden.Json.GetProperty("args").TryGetProperty("swap_on_epoch", out var argument) && argument.GetBoolean();
        Callback[] callbacks = [new Watch("before", trace), new SwapEMAWeights(swaps), new Watch("after", trace)];
        if (golden.Name.EndsWith("evaluate-predict", StringComparison.Ordinal))
        {
            model.TrainOnBatch(x, y);
            model.TrainOnBatch(x[":5"], y[":5"]);
            model.Evaluate(x, y, callbacks: callbacks);
            model.Predict(x, callbacks: callbacks);
        }
        else
            model.Fit(
                x,
                y,
                5,
                2,
                0,
                callbacks,
                validationData: golden.Json.GetProperty("call").GetString()!.Contains("validation", StringComparison.Ordinal)
                    ? (x[":4"], y[":4"])
                    : null,
                shuffle: false
            );
        Check(golden, trace);
    }

    /// <summary>Compares up to the end of a prediction, where Keras leaves the averages in the model and we do not.</summary>
    private static void Check(GoldenCase golden, List<(string Call, double Weight, double? Average)> trace)
    {
        var expected = golden
            .Json.GetProperty("trace")
            .EnumerateArray()
            .TakeWhile(row => row[0].GetString() != "end" && !(row[0].GetString() == "after" && row[1].GetString() == "on_predict_end"))
            .ToArray();
        Assert.That(
            trace.Select(row => row.Call).Take(expected.Length),
            Is.EqualTo(expected.Select(row => $"{row[0].GetString()} {row[1].GetString()}"))
        );
        for (int i = 0; i < expected.Length; i++)
        {
            Assert.That(trace[i].Weight, Is.EqualTo(expected[i][2].GetDouble()).Within(1e-4), $"{i}: {trace[i].Call}");
            if (expected[i][3].ValueKind == JsonValueKind.Number)
                Assert.That(trace[i].Average, Is.EqualTo(expected[i][3].GetDouble()).Within(1e-4), $"{i}: {trace[i].Call}");
        }
    }

    private sealed class Watch(string who, List<(string Call, double Weight, double? Average)> trace) : Callback
    {
        public override void OnTrainBegin(Logs logs) => Add("on_train_begin");

        public override void OnTrainEnd(Logs logs) => Add("on_train_end");

        public override void OnEpochBegin(int epoch, Logs logs) => Add("on_epoch_begin");

        public override void OnEpochEnd(int epoch, Logs logs) => Add("on_epoch_end");

        public override void OnTrainBatchEnd(int batch, Logs logs) => Add("on_train_batch_end");

        public override void OnTestBegin(Logs logs) => Add("on_test_begin");

        public override void OnTestBatchEnd(int batch, Logs logs) => Add("on_test_batch_end");

        public override void OnTestEnd(Logs logs) => Add("on_test_end");

        public override void OnPredictBegin(Logs logs) => Add("on_predict_begin");

        public override void OnPredictBatchEnd(int batch, NDArray[] outputs) => Add("on_predict_batch_end");

        public override void OnPredictEnd(Logs logs) => Add("on_predict_end");

        private void Add(string hook)
        {
            static double First(Variable variable) => (float)variable.GetValue().GetAtIndex(0);
            var averages = Model.Optimizer!.Averages;
            trace.Add(($"{who} {hook}", First(Model.Weights[0]), averages.Count > 0 ? First(averages[0].Average) : null));
        }
    }
}
