using NumSharp;

namespace KerasSharp.Callbacks;

/// <summary>Ends the training when a log no longer gets better. It never ends it after the first epoch.</summary>
/// <param name="monitor">The log to watch.</param>
/// <param name="minDelta">The least change that counts as better.</param>
/// <param name="patience">Epochs without improvement to wait.</param>
/// <param name="mode"><c>min</c>, <c>max</c>, or <c>auto</c>: max for accuracies and areas under curves, min otherwise.</param>
/// <param name="baseline">A value that must be reached; none by default.</param>
/// <param name="restoreBestWeights">Whether to put back the weights of the best epoch.</param>
/// <param name="startFromEpoch">Epochs to let pass before watching.</param>
public sealed class EarlyStopping(
    string monitor = "val_loss",
    double minDelta = 0,
    int patience = 0,
    string mode = "auto",
    double? baseline = null,
    bool restoreBestWeights = false,
    int startFromEpoch = 0
) : Callback
{
    private readonly bool wantsMore = mode switch
    {
        "min" => false,
        "max" => true,
        "auto" => monitor.Contains("acc", StringComparison.Ordinal) || monitor.Contains("auc", StringComparison.OrdinalIgnoreCase),
        _ => throw new ArgumentException($"EarlyStopping: mode is 'auto', 'min' or 'max'; got '{mode}'.", nameof(mode)),
    };
    private double? best;
    private int wait;
    private NDArray[]? bestWeights;

    /// <summary>The epoch after which training ended, from 0; null where it did not.</summary>
    public int? StoppedEpoch { get; private set; }

    /// <inheritdoc/>
    public override void OnTrainBegin(Logs logs) => (best, wait, bestWeights, StoppedEpoch) = (null, 0, null, null);

    /// <inheritdoc/>
    public override void OnEpochEnd(int epoch, Logs logs)
    {
        if (epoch < startFromEpoch)
            return;
        if (!logs.TryGetValue(monitor, out double current))
            throw new ArgumentException($"EarlyStopping watches '{monitor}', which is not in the logs: {string.Join(", ", logs.Keys)}.");
        wait++;
        if (best is null || IsBetter(current, best.Value))
        {
            best = current;
            if (restoreBestWeights)
                bestWeights = Model.GetWeights();
            if (baseline is null || IsBetter(current, baseline.Value))
                wait = 0;
            return;
        }
        if (wait < patience || epoch == 0)
            return;
        StoppedEpoch = epoch;
        Model.StopTraining = true;
    }

    /// <inheritdoc/>
    public override void OnTrainEnd(Logs logs)
    {
        if (bestWeights is not null)
            Model.SetWeights(bestWeights);
    }

    private bool IsBetter(double value, double than) => wantsMore ? value - minDelta > than : value + minDelta < than;
}
