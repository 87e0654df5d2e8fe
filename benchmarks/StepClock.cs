using System.Diagnostics;
using KerasSharp.Callbacks;

namespace KerasSharp.Benchmarks;

/// <summary>Times every batch from its begin hook to its end hook.</summary>
internal sealed class StepClock : Callback
{
    private long start;

    /// <summary>The time of every batch so far, in milliseconds.</summary>
    public List<double> Milliseconds { get; } = [];

    /// <inheritdoc/>
    public override void OnTrainBatchBegin(int batch, Logs logs) => start = Stopwatch.GetTimestamp();

    /// <inheritdoc/>
    public override void OnTrainBatchEnd(int batch, Logs logs) => Milliseconds.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
}
