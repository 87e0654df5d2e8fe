using KerasSharp.Callbacks;
using NumSharp;

namespace KerasSharp.Tests.Training;

/// <summary>Which hooks are called when and with what, as recorded from real Keras.</summary>
public sealed class CallbackOrderTests
{
    [Test]
    public void FitWithValidationEverySecondEpoch() =>
        Assert.That(
            Trace(
                (model, callback) =>
                    model.Fit(
                        SmallModel.X,
                        SmallModel.Y,
                        5,
                        epochs: 2,
                        verbose: 0,
                        [callback],
                        validationData: (SmallModel.X, SmallModel.Y),
                        validationBatchSize: 10,
                        validationFreq: 2
                    )
            ),
            Is.EqualTo(
                "train_begin [];epoch_begin 0 [];train_batch_begin 0 [];train_batch_end 0 [loss,mae];train_batch_begin 1 [];train_batch_end 1 [loss,mae];epoch_end 0 [loss,mae];"
                    + "epoch_begin 1 [];train_batch_begin 0 [];train_batch_end 0 [loss,mae];train_batch_begin 1 [];train_batch_end 1 [loss,mae];"
                    + "test_begin [];test_batch_begin 0 [];test_batch_end 0 [loss,mae];test_end [loss,mae];epoch_end 1 [loss,mae,val_loss,val_mae];train_end [loss,mae,val_loss,val_mae]"
            )
        );

    [Test]
    public void StoppedInABatch() =>
        Assert.That(
            Trace(
                (model, callback) =>
                    model.Fit(
                        SmallModel.X,
                        SmallModel.Y,
                        5,
                        epochs: 3,
                        verbose: 0,
                        [callback],
                        validationData: (SmallModel.X, SmallModel.Y),
                        validationBatchSize: 10
                    ),
                stopAt: "train_batch_end 0"
            ),
            Is.EqualTo(
                "train_begin [];epoch_begin 0 [];train_batch_begin 0 [];train_batch_end 0 [loss,mae];"
                    + "test_begin [];test_batch_begin 0 [];test_batch_end 0 [loss,mae];test_end [loss,mae];epoch_end 0 [loss,mae,val_loss,val_mae];train_end [loss,mae,val_loss,val_mae]"
            )
        );

    [Test]
    public void StoppedBeforeABatch() =>
        Assert.That(
            Trace((model, callback) => model.Fit(SmallModel.X, SmallModel.Y, 5, 3, 0, [callback]), stopAt: "epoch_begin 0"),
            Is.EqualTo(
                "train_begin [];epoch_begin 0 [];train_batch_begin 0 [];train_batch_end 0 [loss,mae];epoch_end 0 [loss,mae];train_end [loss,mae]"
            )
        );

    [Test]
    public void GeneratorOfUnknownLength() =>
        Assert.That(
            Trace((model, callback) => model.Fit(SmallModel.Batches(), verbose: 0, callbacks: [callback])),
            Is.EqualTo(
                "train_begin [];epoch_begin 0 [];train_batch_begin 0 [];train_batch_end 0 [loss,mae];train_batch_begin 1 [];train_batch_end 1 [loss,mae];"
                    + "train_batch_begin 2 [];train_batch_end 2 [loss,mae];train_batch_begin 3 [];epoch_end 0 [loss,mae];train_end [loss,mae]"
            )
        );

    [Test]
    public void Evaluate() =>
        Assert.That(
            Trace((model, callback) => model.Evaluate(SmallModel.X, SmallModel.Y, 5, callbacks: [callback])),
            Is.EqualTo(
                "test_begin [];test_batch_begin 0 [];test_batch_end 0 [loss,mae];test_batch_begin 1 [];test_batch_end 1 [loss,mae];test_end [loss,mae]"
            )
        );

    [Test]
    public void Predict() =>
        Assert.That(
            Trace((model, callback) => model.Predict(SmallModel.X, 5, callbacks: [callback])),
            Is.EqualTo(
                "predict_begin [];predict_batch_begin 0 [];predict_batch_end 0 [outputs];predict_batch_begin 1 [];predict_batch_end 1 [outputs];predict_end []"
            )
        );

    [Test]
    public void NoEpochs() =>
        Assert.That(
            Trace((model, callback) => model.Fit(SmallModel.X, SmallModel.Y, epochs: 0, verbose: 0, callbacks: [callback])),
            Is.EqualTo("train_begin [];train_end []")
        );

    [Test]
    public void CallbacksKnowTheRun()
    {
        var (list, model) = (new Recorder(null), SmallModel.Create());
        model.Fit(SmallModel.X, SmallModel.Y, 4, epochs: 2, verbose: 0, [list]);
        Assert.That((list.Model, list.Epochs, list.Steps, list.Verbose), Is.EqualTo((model, 2, (int?)3, 0)));
        model.Fit(SmallModel.Batches(), verbose: 0, callbacks: [list]);
        Assert.That(list.Steps, Is.Null);
    }

    [Test]
    public void TheHistoryHasWhatCallbacksAdd()
    {
        var model = SmallModel.Create();
        var adding = new LambdaCallback(onEpochEnd: (epoch, logs) => logs["extra"] = epoch * 10);
        var history = model.Fit(SmallModel.X, SmallModel.Y, epochs: 2, verbose: 0, callbacks: [adding]);
        Assert.That(history.Values.Keys, Is.EqualTo(new[] { "loss", "mae", "extra" }));
        Assert.That(history.Values["extra"], Is.EqualTo(new[] { 0.0, 10.0 }));
        Assert.That(model.History, Is.SameAs(history));
    }

    private static string Trace(Action<Model, Callback> run, string? stopAt = null)
    {
        var recorder = new Recorder(stopAt);
        run(SmallModel.Create(), recorder);
        return string.Join(';', recorder.Calls);
    }

    private sealed class Recorder(string? stopAt) : Callback
    {
        public List<string> Calls { get; } = [];

        public override void OnTrainBegin(Logs logs) => Add("train_begin", logs);

        public override void OnTrainEnd(Logs logs) => Add("train_end", logs);

        public override void OnEpochBegin(int epoch, Logs logs) => Add($"epoch_begin {epoch}", logs);

        public override void OnEpochEnd(int epoch, Logs logs) => Add($"epoch_end {epoch}", logs);

        public override void OnBatchBegin(int batch, Logs logs) => Add($"train_batch_begin {batch}", logs);

        public override void OnBatchEnd(int batch, Logs logs) => Add($"train_batch_end {batch}", logs);

        public override void OnTestBegin(Logs logs) => Add("test_begin", logs);

        public override void OnTestEnd(Logs logs) => Add("test_end", logs);

        public override void OnTestBatchBegin(int batch, Logs logs) => Add($"test_batch_begin {batch}", logs);

        public override void OnTestBatchEnd(int batch, Logs logs) => Add($"test_batch_end {batch}", logs);

        public override void OnPredictBegin(Logs logs) => Add("predict_begin", logs);

        public override void OnPredictEnd(Logs logs) => Add("predict_end", logs);

        public override void OnPredictBatchBegin(int batch, Logs logs) => Add($"predict_batch_begin {batch}", logs);

        public override void OnPredictBatchEnd(int batch, NDArray[] outputs) => Calls.Add($"predict_batch_end {batch} [outputs]");

        private void Add(string hook, Logs logs)
        {
            Calls.Add($"{hook} [{string.Join(',', logs.Keys)}]");
            if (stopAt is not null && hook.StartsWith(stopAt, StringComparison.Ordinal))
                Model.StopTraining = true;
        }
    }
}
