using NumSharp;

namespace KerasSharp.Callbacks;

/// <summary>A callback from functions.</summary>
/// <param name="onEpochBegin">Before an epoch.</param>
/// <param name="onEpochEnd">After an epoch.</param>
/// <param name="onTrainBatchBegin">Before a training batch.</param>
/// <param name="onTrainBatchEnd">After a training batch.</param>
/// <param name="onTrainBegin">Before the first epoch.</param>
/// <param name="onTrainEnd">After the last epoch.</param>
/// <param name="onTestBegin">Before an evaluation.</param>
/// <param name="onTestEnd">After an evaluation.</param>
/// <param name="onTestBatchBegin">Before a batch of an evaluation.</param>
/// <param name="onTestBatchEnd">After a batch of an evaluation.</param>
/// <param name="onPredictBegin">Before a prediction.</param>
/// <param name="onPredictEnd">After a prediction.</param>
/// <param name="onPredictBatchBegin">Before a batch of a prediction.</param>
/// <param name="onPredictBatchEnd">After a batch of a prediction.</param>
public sealed class LambdaCallback(
    Action<int, Logs>? onEpochBegin = null,
    Action<int, Logs>? onEpochEnd = null,
    Action<int, Logs>? onTrainBatchBegin = null,
    Action<int, Logs>? onTrainBatchEnd = null,
    Action<Logs>? onTrainBegin = null,
    Action<Logs>? onTrainEnd = null,
    Action<Logs>? onTestBegin = null,
    Action<Logs>? onTestEnd = null,
    Action<int, Logs>? onTestBatchBegin = null,
    Action<int, Logs>? onTestBatchEnd = null,
    Action<Logs>? onPredictBegin = null,
    Action<Logs>? onPredictEnd = null,
    Action<int, Logs>? onPredictBatchBegin = null,
    Action<int, NDArray[]>? onPredictBatchEnd = null
) : Callback
{
    /// <inheritdoc/>
    public override void OnEpochBegin(int epoch, Logs logs) => onEpochBegin?.Invoke(epoch, logs);

    /// <inheritdoc/>
    public override void OnEpochEnd(int epoch, Logs logs) => onEpochEnd?.Invoke(epoch, logs);

    /// <inheritdoc/>
    public override void OnTrainBatchBegin(int batch, Logs logs) => onTrainBatchBegin?.Invoke(batch, logs);

    /// <inheritdoc/>
    public override void OnTrainBatchEnd(int batch, Logs logs) => onTrainBatchEnd?.Invoke(batch, logs);

    /// <inheritdoc/>
    public override void OnTrainBegin(Logs logs) => onTrainBegin?.Invoke(logs);

    /// <inheritdoc/>
    public override void OnTrainEnd(Logs logs) => onTrainEnd?.Invoke(logs);

    /// <inheritdoc/>
    public override void OnTestBegin(Logs logs) => onTestBegin?.Invoke(logs);

    /// <inheritdoc/>
    public override void OnTestEnd(Logs logs) => onTestEnd?.Invoke(logs);

    /// <inheritdoc/>
    public override void OnTestBatchBegin(int batch, Logs logs) => onTestBatchBegin?.Invoke(batch, logs);

    /// <inheritdoc/>
    public override void OnTestBatchEnd(int batch, Logs logs) => onTestBatchEnd?.Invoke(batch, logs);

    /// <inheritdoc/>
    public override void OnPredictBegin(Logs logs) => onPredictBegin?.Invoke(logs);

    /// <inheritdoc/>
    public override void OnPredictEnd(Logs logs) => onPredictEnd?.Invoke(logs);

    /// <inheritdoc/>
    public override void OnPredictBatchBegin(int batch, Logs logs) => onPredictBatchBegin?.Invoke(batch, logs);

    /// <inheritdoc/>
    public override void OnPredictBatchEnd(int batch, NDArray[] outputs) => onPredictBatchEnd?.Invoke(batch, outputs);
}
