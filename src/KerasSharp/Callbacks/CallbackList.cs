using NumSharp;

namespace KerasSharp.Callbacks;

/// <summary>The callbacks of one run, called in their order: those given, then the history, then the progress report.</summary>
internal sealed class CallbackList
{
    private readonly Callback[] callbacks;

    /// <exception cref="ArgumentOutOfRangeException">verbose is not 0, 1 or 2.</exception>
    public CallbackList(Model model, IReadOnlyList<Callback>? given, int verbose, int epochs, int? steps, History? history)
    {
        if (verbose is < 0 or > 2)
            throw new ArgumentOutOfRangeException(
                nameof(verbose),
                verbose,
                "verbose is 0 (silent), 1 (progress bar) or 2 (a line an epoch)."
            );
        var list = new List<Callback>(given ?? []);
        if (list.Contains(null!))
            throw new ArgumentException($"Model '{model.Name}': a callback in the list is null.", nameof(given));
        if (history is not null)
            list.Add(new HistoryRecorder(history));
        if (verbose != 0 && !list.OfType<ProgbarLogger>().Any())
            list.Add(new ProgbarLogger());
        callbacks = [.. list];
        foreach (var callback in callbacks)
            (callback.Model, callback.Epochs, callback.Steps, callback.Verbose) = (model, epochs, steps, verbose);
    }

    public void TrainBegin() => Each(callback => callback.OnTrainBegin([]));

    public void TrainEnd(Logs logs) => Each(callback => callback.OnTrainEnd(logs));

    public void EpochBegin(int epoch) => Each(callback => callback.OnEpochBegin(epoch, []));

    public void EpochEnd(int epoch, Logs logs) => Each(callback => callback.OnEpochEnd(epoch, logs));

    public void TrainBatchBegin(int batch) => Each(callback => callback.OnTrainBatchBegin(batch, []));

    public void TrainBatchEnd(int batch, Logs logs) => Each(callback => callback.OnTrainBatchEnd(batch, logs));

    public void TestBegin() => Each(callback => callback.OnTestBegin([]));

    public void TestEnd(Logs logs) => Each(callback => callback.OnTestEnd(logs));

    public void TestBatchBegin(int batch) => Each(callback => callback.OnTestBatchBegin(batch, []));

    public void TestBatchEnd(int batch, Logs logs) => Each(callback => callback.OnTestBatchEnd(batch, logs));

    public void PredictBegin() => Each(callback => callback.OnPredictBegin([]));

    public void PredictEnd() => Each(callback => callback.OnPredictEnd([]));

    public void PredictBatchBegin(int batch) => Each(callback => callback.OnPredictBatchBegin(batch, []));

    public void PredictBatchEnd(int batch, NDArray[] outputs) => Each(callback => callback.OnPredictBatchEnd(batch, outputs));

    private void Each(Action<Callback> call)
    {
        foreach (var callback in callbacks)
            call(callback);
    }
}
