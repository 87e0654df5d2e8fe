using NumSharp;

namespace KerasSharp.Benchmarks;

/// <summary>The time of a training step inside <c>Fit</c>.</summary>
internal static class TrainingSteps
{
    /// <summary>Trains two epochs; the first is the warm-up.</summary>
    /// <returns>The median step of the second epoch, in milliseconds.</returns>
    public static double Measure(Workload workload)
    {
        KerasRandom.SetSeed(0);
        var model = workload.Model();
        model.Compile(optimizer: "rmsprop", loss: workload.Loss);
        var (x, y) = workload.Data(workload.Batch);
        var clock = new StepClock();
        model.Fit(
            Repeat(x, workload.Steps),
            Repeat(y, workload.Steps),
            batchSize: workload.Batch,
            epochs: 2,
            verbose: 0,
            shuffle: false,
            callbacks: [clock]
        );
        return Median.Of(clock.Milliseconds.Skip(workload.Steps));
    }

    private static NDArray Repeat(NDArray batch, int times) => np.concatenate([.. Enumerable.Repeat(batch, times)]);
}
