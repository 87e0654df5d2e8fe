namespace KerasSharp;

/// <summary>
/// Keeps two threads from training or evaluating a model at once, which would mix their metrics. A callback may evaluate in the thread that
/// trains.
/// </summary>
internal sealed class TrainingLock
{
    private readonly object gate = new();

    /// <summary>Takes the lock until the result is disposed.</summary>
    /// <exception cref="InvalidOperationException">Another thread has it.</exception>
    public Hold Take(string model) =>
        Monitor.TryEnter(gate)
            ? new Hold(gate)
            : throw new InvalidOperationException(
                $"Model '{model}' is being trained or evaluated by another thread. Wait until that has ended; Predict alone may be called from many threads at once."
            );

    /// <summary>The time in which a thread has the lock.</summary>
    internal readonly ref struct Hold(object gate)
    {
        public void Dispose() => Monitor.Exit(gate);
    }
}
