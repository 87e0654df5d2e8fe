namespace KerasSharp.Callbacks;

/// <summary>The callbacks of one fit, called in their order; the progress report comes last.</summary>
internal sealed class CallbackList
{
    private readonly Callback[] callbacks;

    public CallbackList(Model model, IReadOnlyList<Callback> given, int verbose, int epochs, int steps)
    {
        if (verbose is < 0 or > 2)
            throw new ArgumentOutOfRangeException(
                nameof(verbose),
                verbose,
                "verbose is 0 (silent), 1 (progress bar) or 2 (a line an epoch)."
            );
        callbacks = [.. given, .. verbose == 0 ? Array.Empty<Callback>() : [new ProgbarLogger(verbose)]];
        foreach (var callback in callbacks)
            (callback.Model, callback.Epochs, callback.Steps) = (model, epochs, steps);
    }

    public void TrainBegin() => Each(callback => callback.OnTrainBegin([]));

    public void TrainEnd(Logs logs) => Each(callback => callback.OnTrainEnd(logs));

    public void EpochBegin(int epoch) => Each(callback => callback.OnEpochBegin(epoch, []));

    public void EpochEnd(int epoch, Logs logs) => Each(callback => callback.OnEpochEnd(epoch, logs));

    public void TrainBatchBegin(int batch)
    {
        foreach (var callback in callbacks)
            callback.OnTrainBatchBegin(batch, Empty);
    }

    public void TrainBatchEnd(int batch, Logs logs)
    {
        foreach (var callback in callbacks)
            callback.OnTrainBatchEnd(batch, logs);
    }

    public void TestBegin() => Each(callback => callback.OnTestBegin([]));

    public void TestEnd(Logs logs) => Each(callback => callback.OnTestEnd(logs));

    public void TestBatchBegin(int batch) => Each(callback => callback.OnTestBatchBegin(batch, Empty));

    public void TestBatchEnd(int batch, Logs logs) => Each(callback => callback.OnTestBatchEnd(batch, logs));

    private static Logs Empty { get; } = [];

    private void Each(Action<Callback> call)
    {
        foreach (var callback in callbacks)
            call(callback);
    }
}
