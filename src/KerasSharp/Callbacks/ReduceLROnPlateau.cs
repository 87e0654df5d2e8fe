namespace KerasSharp.Callbacks;

/// <summary>Lowers the learning rate when a log no longer gets better, and adds the rate to the logs.</summary>
public sealed class ReduceLROnPlateau : MonitorCallback
{
    private readonly double factor;
    private readonly int patience;
    private readonly int verbose;
    private readonly int cooldown;
    private readonly double minLR;

    /// <summary>Watches a log.</summary>
    /// <param name="monitor">The log to watch.</param>
    /// <param name="factor">What the learning rate is multiplied by, below 1.</param>
    /// <param name="patience">Epochs without improvement to wait.</param>
    /// <param name="verbose">1 to print each change; 0 (the default) for silence.</param>
    /// <param name="mode"><c>min</c>, <c>max</c>, or <c>auto</c>: as the metric's nature is.</param>
    /// <param name="minDelta">The least change that counts as better.</param>
    /// <param name="cooldown">Epochs to let pass after a change before watching again.</param>
    /// <param name="minLR">The lowest learning rate.</param>
    /// <exception cref="ArgumentException">The factor is 1 or more, or there is no such mode.</exception>
    public ReduceLROnPlateau(
        string monitor = "val_loss",
        double factor = 0.1,
        int patience = 10,
        int verbose = 0,
        string mode = "auto",
        double minDelta = 1e-4,
        int cooldown = 0,
        double minLR = 0
    )
        : base(monitor, mode, minDelta)
    {
        if (!(factor < 1))
            throw new ArgumentException(
                $"ReduceLROnPlateau does not support a factor >= 1.0. Received factor={PythonNumber.Repr(factor)}",
                nameof(factor)
            );
        (this.factor, this.patience, this.verbose) = (factor, patience, verbose);
        (this.cooldown, this.minLR) = (cooldown, minLR);
    }

    /// <summary>The epochs since the last improvement or change.</summary>
    public int Wait { get; private set; }

    /// <summary>The epochs to let pass before the log is watched again.</summary>
    public int CooldownCounter { get; private set; }

    /// <inheritdoc/>
    public override void OnTrainBegin(Logs logs) => (Best, CooldownCounter, Wait) = (null, 0, 0);

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">With mode <c>auto</c>: it is not known whether more or less of the log is better.</exception>
    public override void OnEpochEnd(int epoch, Logs logs)
    {
        logs["learning_rate"] = Model.Optimizer!.LearningRate;
        if (Current(logs) is not { } current)
            return;
        if (CooldownCounter > 0)
            (CooldownCounter, Wait) = (CooldownCounter - 1, 0);
        if (IsImprovement(current, Best))
            (Best, Wait) = (current, 0);
        else if (CooldownCounter == 0 && ++Wait >= patience)
            Reduce(epoch);
    }

    private void Reduce(int epoch)
    {
        double old = Model.Optimizer!.LearningRate;
        if (!(old > (float)minLR))
            return;
        double rate = Math.Max(old * factor, minLR);
        Model.Optimizer.LearningRate = rate;
        (CooldownCounter, Wait) = (cooldown, 0);
        if (verbose > 0)
            Console.WriteLine($"\nEpoch {epoch + 1}: ReduceLROnPlateau reducing learning rate to {PythonNumber.Repr(rate)}.");
    }
}
