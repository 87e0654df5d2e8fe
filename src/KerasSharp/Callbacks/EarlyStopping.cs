using NumSharp;

namespace KerasSharp.Callbacks;

/// <summary>Ends the training when a log no longer gets better. It never ends it after the first epoch.</summary>
/// <param name="monitor">The log to watch.</param>
/// <param name="minDelta">The least change that counts as better.</param>
/// <param name="patience">Epochs without improvement to wait.</param>
/// <param name="verbose">1 to print what is done; 0 (the default) for silence.</param>
/// <param name="mode"><c>min</c>, <c>max</c>, or <c>auto</c>: as the metric's nature is.</param>
/// <param name="baseline">A value that must be reached; none by default.</param>
/// <param name="restoreBestWeights">Whether to put back the weights of the best epoch, at the end of any training.</param>
/// <param name="startFromEpoch">Epochs to let pass before watching.</param>
public sealed class EarlyStopping(
    string monitor = "val_loss",
    double minDelta = 0,
    int patience = 0,
    int verbose = 0,
    string mode = "auto",
    double? baseline = null,
    bool restoreBestWeights = false,
    int startFromEpoch = 0
) : MonitorCallback(monitor, mode, minDelta)
{
    private NDArray[]? bestWeights;

    /// <summary>The epoch after which training ended, from 0; 0 where it did not end early.</summary>
    public int StoppedEpoch { get; private set; }

    /// <summary>The best epoch so far, from 0.</summary>
    public int BestEpoch { get; private set; }

    /// <summary>The epochs since the last improvement.</summary>
    public int Wait { get; private set; }

    /// <inheritdoc/>
    public override void OnTrainBegin(Logs logs) => (Best, bestWeights, StoppedEpoch, BestEpoch, Wait) = (null, null, 0, 0, 0);

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">With mode <c>auto</c>: it is not known whether more or less of the log is better.</exception>
    public override void OnEpochEnd(int epoch, Logs logs)
    {
        if (Current(logs) is not { } current || epoch < startFromEpoch)
            return;
        if (restoreBestWeights && bestWeights is null)
            (bestWeights, BestEpoch) = (Model.GetWeights(), epoch);
        Wait++;
        if (IsImprovement(current, Best))
        {
            (Best, BestEpoch) = (current, epoch);
            if (restoreBestWeights)
                bestWeights = Model.GetWeights();
            if (baseline is null || IsImprovement(current, baseline))
                Wait = 0;
            return;
        }
        if (Wait < patience || epoch == 0)
            return;
        StoppedEpoch = epoch;
        Model.StopTraining = true;
    }

    /// <inheritdoc/>
    public override void OnTrainEnd(Logs logs)
    {
        if (StoppedEpoch > 0 && verbose > 0)
            Console.WriteLine($"Epoch {StoppedEpoch + 1}: early stopping");
        if (bestWeights is null)
            return;
        if (verbose > 0)
            Console.WriteLine($"Restoring model weights from the end of the best epoch: {BestEpoch + 1}.");
        Model.SetWeights(bestWeights);
    }
}
