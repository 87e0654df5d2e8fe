using System.Diagnostics;

namespace KerasSharp.Benchmarks;

/// <summary>The time from the start of a process to the end of its first training step.</summary>
internal static class Startup
{
    private const int Rounds = 5;

    /// <summary>Builds the mlp and trains one step.</summary>
    /// <returns>Seconds since this process started.</returns>
    public static double FirstStep()
    {
        var workload = Workloads.Find("mlp")!;
        var model = workload.Model();
        model.Compile(optimizer: "rmsprop", loss: workload.Loss);
        var (x, y) = workload.Data(workload.Batch);
        model.TrainOnBatch(x, y);
        using var process = Process.GetCurrentProcess();
        return (DateTime.Now - process.StartTime).TotalSeconds;
    }

    /// <summary>The median over several processes.</summary>
    public static double Run() => Median.Of(Enumerable.Range(0, Rounds).Select(_ => Child.Measure("startup")).ToArray());
}
