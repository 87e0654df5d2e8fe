using KerasSharp.Callbacks;
using NumSharp;

namespace KerasSharp.Tests.Conformance;

/// <summary>Writes down each hook by Keras's name, with epoch or batch and the names of the logs.</summary>
/// <param name="calls">Takes the calls.</param>
/// <param name="who">Stands before each.</param>
internal sealed class CallbackRecorder(List<string> calls, string who = "") : Callback
{
    public override void OnTrainBegin(Logs logs) => Add("on_train_begin", logs);

    public override void OnTrainEnd(Logs logs) => Add("on_train_end", logs);

    public override void OnEpochBegin(int epoch, Logs logs) => Add($"on_epoch_begin {epoch}", logs);

    public override void OnEpochEnd(int epoch, Logs logs) => Add($"on_epoch_end {epoch}", logs);

    public override void OnTrainBatchBegin(int batch, Logs logs) => Add($"on_train_batch_begin {batch}", logs);

    public override void OnTrainBatchEnd(int batch, Logs logs) => Add($"on_train_batch_end {batch}", logs);

    public override void OnTestBegin(Logs logs) => Add("on_test_begin", logs);

    public override void OnTestEnd(Logs logs) => Add("on_test_end", logs);

    public override void OnTestBatchBegin(int batch, Logs logs) => Add($"on_test_batch_begin {batch}", logs);

    public override void OnTestBatchEnd(int batch, Logs logs) => Add($"on_test_batch_end {batch}", logs);

    public override void OnPredictBegin(Logs logs) => Add("on_predict_begin", logs);

    public override void OnPredictEnd(Logs logs) => Add("on_predict_end", logs);

    public override void OnPredictBatchBegin(int batch, Logs logs) => Add($"on_predict_batch_begin {batch}", logs);

    public override void OnPredictBatchEnd(int batch, NDArray[] outputs) => calls.Add($"{who}on_predict_batch_end {batch} outputs");

    private void Add(string hook, Logs logs) => calls.Add($"{who}{hook} {string.Join(',', logs.Keys)}".Trim());
}
