using NumSharp;

namespace KerasSharp.Callbacks;

/// <summary>Told of what happens in Fit, Evaluate and Predict; derive from it and override what is of interest.</summary>
public abstract class Callback
{
    /// <summary>The model that is trained.</summary>
    public Model Model { get; internal set; } = null!;

    /// <summary>The epochs that the training is to run to; 1 in Evaluate and Predict.</summary>
    public int Epochs { get; internal set; }

    /// <summary>The batches of an epoch; null where a generator has not told yet.</summary>
    public int? Steps { get; internal set; }

    /// <summary>The argument <c>verbose</c>: 0, 1 or 2.</summary>
    public int Verbose { get; internal set; }

    /// <summary>Before the first epoch; logs are empty.</summary>
    public virtual void OnTrainBegin(Logs logs) { }

    /// <summary>After the last epoch, with its logs.</summary>
    public virtual void OnTrainEnd(Logs logs) { }

    /// <summary>Before an epoch, counted from 0; logs are empty.</summary>
    public virtual void OnEpochBegin(int epoch, Logs logs) { }

    /// <summary>After an epoch and its validation. What is added to the logs, later callbacks and the history have too.</summary>
    public virtual void OnEpochEnd(int epoch, Logs logs) { }

    /// <summary>Before a training batch; another name of <see cref="OnTrainBatchBegin"/>, which calls it.</summary>
    public virtual void OnBatchBegin(int batch, Logs logs) { }

    /// <summary>After a training batch; another name of <see cref="OnTrainBatchEnd"/>, which calls it.</summary>
    public virtual void OnBatchEnd(int batch, Logs logs) { }

    /// <summary>Before a training batch; logs are empty. A generator of unknown length is asked once more after its last batch.</summary>
    public virtual void OnTrainBatchBegin(int batch, Logs logs) => OnBatchBegin(batch, logs);

    /// <summary>After a training batch; logs are running means since the epoch began.</summary>
    public virtual void OnTrainBatchEnd(int batch, Logs logs) => OnBatchEnd(batch, logs);

    /// <summary>Before an evaluation; logs are empty.</summary>
    public virtual void OnTestBegin(Logs logs) { }

    /// <summary>After an evaluation, with its results.</summary>
    public virtual void OnTestEnd(Logs logs) { }

    /// <summary>Before a batch of an evaluation; logs are empty.</summary>
    public virtual void OnTestBatchBegin(int batch, Logs logs) { }

    /// <summary>After a batch of an evaluation; logs are running means since the evaluation began.</summary>
    public virtual void OnTestBatchEnd(int batch, Logs logs) { }

    /// <summary>Before a prediction; logs are empty.</summary>
    public virtual void OnPredictBegin(Logs logs) { }

    /// <summary>After a prediction; logs are empty.</summary>
    public virtual void OnPredictEnd(Logs logs) { }

    /// <summary>Before a batch of a prediction; logs are empty.</summary>
    public virtual void OnPredictBatchBegin(int batch, Logs logs) { }

    /// <summary>After a batch of a prediction, with its outputs.</summary>
    public virtual void OnPredictBatchEnd(int batch, NDArray[] outputs) { }
}
