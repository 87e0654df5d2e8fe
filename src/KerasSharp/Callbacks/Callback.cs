namespace KerasSharp.Callbacks;

/// <summary>Told of what happens in <c>Fit</c>; derive from it and override what is of interest.</summary>
public abstract class Callback
{
    /// <summary>The model that is trained.</summary>
    public Model Model { get; internal set; } = null!;

    /// <summary>The epochs that the training is to run to.</summary>
    public int Epochs { get; internal set; }

    /// <summary>The batches of an epoch.</summary>
    public int Steps { get; internal set; }

    /// <summary>Before the first epoch.</summary>
    public virtual void OnTrainBegin(Logs logs) { }

    /// <summary>After the last epoch.</summary>
    public virtual void OnTrainEnd(Logs logs) { }

    /// <summary>Before an epoch, counted from 0.</summary>
    public virtual void OnEpochBegin(int epoch, Logs logs) { }

    /// <summary>After an epoch and its validation.</summary>
    public virtual void OnEpochEnd(int epoch, Logs logs) { }

    /// <summary>Before a training batch.</summary>
    public virtual void OnTrainBatchBegin(int batch, Logs logs) { }

    /// <summary>After a training batch; logs are running means since the epoch began.</summary>
    public virtual void OnTrainBatchEnd(int batch, Logs logs) { }

    /// <summary>Before an evaluation.</summary>
    public virtual void OnTestBegin(Logs logs) { }

    /// <summary>After an evaluation.</summary>
    public virtual void OnTestEnd(Logs logs) { }

    /// <summary>Before a batch of an evaluation.</summary>
    public virtual void OnTestBatchBegin(int batch, Logs logs) { }

    /// <summary>After a batch of an evaluation.</summary>
    public virtual void OnTestBatchEnd(int batch, Logs logs) { }
}
