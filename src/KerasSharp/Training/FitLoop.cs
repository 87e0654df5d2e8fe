using KerasSharp.Callbacks;

namespace KerasSharp;

/// <summary>Runs a step over all batches of a data set.</summary>
internal sealed class FitLoop(
    Model model,
    StepFunction step,
    TrainingData data,
    int batchSize,
    bool shuffle,
    CancellationToken cancellationToken
)
{
    private readonly RowGather gather = new(data.All);
    private readonly int[] order = [.. Enumerable.Range(0, data.Count)];

    /// <summary>The number of batches.</summary>
    public int Steps => (data.Count + batchSize - 1) / batchSize;

    /// <summary>One epoch of training.</summary>
    /// <returns>The running values of losses and metrics at its end.</returns>
    public Logs RunEpoch(CallbackList callbacks)
    {
        if (shuffle)
            new Random(SeedGenerator.Global.Next()).Shuffle(order);
        step.Reset();
        var logs = new Logs();
        for (int batch = 0; batch < Steps && !model.StopTraining; batch++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            callbacks.TrainBatchBegin(batch);
            Run(batch, logs);
            callbacks.TrainBatchEnd(batch, logs);
        }
        return logs;
    }

    /// <summary>One pass of evaluation.</summary>
    public Logs RunTest(CallbackList? callbacks)
    {
        step.Reset();
        var logs = new Logs();
        callbacks?.TestBegin();
        for (int batch = 0; batch < Steps; batch++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            callbacks?.TestBatchBegin(batch);
            Run(batch, logs);
            callbacks?.TestBatchEnd(batch, logs);
        }
        callbacks?.TestEnd(logs);
        return logs;
    }

    private void Run(int batch, Logs logs)
    {
        int start = batch * batchSize;
        step.Run(gather.Take(order, start, Math.Min(batchSize, data.Count - start)), logs);
    }
}
