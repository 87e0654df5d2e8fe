namespace KerasSharp.Callbacks;

/// <summary>
/// Prints the progress of Fit, Evaluate and Predict as Keras does; <c>verbose</c> adds one where none is given. On a console that is
/// redirected to a file the bar becomes a line an epoch.
/// </summary>
/// <param name="output">Where to print; the console by default.</param>
/// <param name="timeProvider">The clock; the system's by default.</param>
/// <param name="redraws">Whether the bar is drawn over in place; true by default.</param>
public sealed class ProgbarLogger(TextWriter? output = null, TimeProvider? timeProvider = null, bool? redraws = null) : Callback
{
    private Progbar? bar;
    private bool isInFit;
    private int seen;

    /// <inheritdoc/>
    public override void OnTrainBegin(Logs logs) => isInFit = true;

    /// <inheritdoc/>
    public override void OnTrainEnd(Logs logs) => isInFit = false;

    /// <inheritdoc/>
    public override void OnEpochBegin(int epoch, Logs logs)
    {
        Begin();
        if (Verbose != 0 && Epochs > 1)
            (output ?? Console.Out).Write($"Epoch {epoch + 1}/{Epochs}\n");
    }

    /// <inheritdoc/>
    public override void OnEpochEnd(int epoch, Logs logs) => End(logs);

    /// <inheritdoc/>
    public override void OnTrainBatchEnd(int batch, Logs logs) => Update(batch, logs);

    /// <inheritdoc/>
    public override void OnTestBegin(Logs logs)
    {
        if (!isInFit)
            Begin();
    }

    /// <inheritdoc/>
    public override void OnTestBatchEnd(int batch, Logs logs)
    {
        if (!isInFit)
            Update(batch, logs);
    }

    /// <inheritdoc/>
    public override void OnTestEnd(Logs logs)
    {
        if (!isInFit)
            End(logs);
    }

    /// <inheritdoc/>
    public override void OnPredictBegin(Logs logs) => Begin();

    /// <inheritdoc/>
    public override void OnPredictBatchEnd(int batch, NumSharp.NDArray[] outputs) => Update(batch, []);

    /// <inheritdoc/>
    public override void OnPredictEnd(Logs logs) => End(logs);

    private int Shown => Verbose == 1 && output is null && redraws is null && Console.IsOutputRedirected ? 2 : Verbose;

    private void Begin()
    {
        seen = 0;
        bar = new Progbar(Steps, verbose: Shown, statelessMetrics: [], output: output, timeProvider: timeProvider, redraws: redraws);
    }

    private void Update(int batch, Logs logs)
    {
        seen = batch + 1;
        if (Shown == 1)
            bar!.Update(seen, logs, finalize: false);
    }

    private void End(Logs logs)
    {
        bar!.Target = Steps ??= seen;
        bar.Update(Steps.Value, logs, finalize: true);
    }
}
