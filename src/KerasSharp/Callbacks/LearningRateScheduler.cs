namespace KerasSharp.Callbacks;

/// <summary>Sets the learning rate before each epoch, and adds it to the logs after it.</summary>
public sealed class LearningRateScheduler : Callback
{
    private readonly Func<int, double, double> schedule;
    private readonly int verbose;

    /// <summary>From the epoch and the learning rate as it stands.</summary>
    /// <param name="schedule">Gives the new learning rate from the epoch, counted from 0, and the present rate.</param>
    /// <param name="verbose">1 to print each change; 0 (the default) for silence.</param>
    public LearningRateScheduler(Func<int, double, double> schedule, int verbose = 0)
    {
        ArgumentNullException.ThrowIfNull(schedule);
        (this.schedule, this.verbose) = (schedule, verbose);
    }

    /// <summary>From the epoch alone.</summary>
    /// <param name="schedule">Gives the new learning rate from the epoch, counted from 0.</param>
    /// <param name="verbose">1 to print each change; 0 (the default) for silence.</param>
    public LearningRateScheduler(Func<int, double> schedule, int verbose = 0)
        : this((epoch, _) => schedule(epoch), verbose) => ArgumentNullException.ThrowIfNull(schedule);

    /// <inheritdoc/>
    public override void OnEpochBegin(int epoch, Logs logs)
    {
        var optimizer = Model.Optimizer!;
        double rate = schedule(epoch, optimizer.LearningRate);
        optimizer.LearningRate = rate;
        if (verbose > 0)
            Console.WriteLine($"\nEpoch {epoch + 1}: LearningRateScheduler setting learning rate to {PythonNumber.Repr(rate)}.");
    }

    /// <inheritdoc/>
    public override void OnEpochEnd(int epoch, Logs logs) => logs["learning_rate"] = Model.Optimizer!.LearningRate;
}
