using System.Diagnostics;
using System.Globalization;

namespace KerasSharp.Callbacks;

/// <summary>Prints the progress of <c>Fit</c> as Keras 3 does: a bar that is drawn over, or with <c>verbose: 2</c> a line an epoch.</summary>
/// <param name="verbose">1 for the bar (a line an epoch where the output is redirected), 2 for lines.</param>
/// <param name="output">Where to print; the console by default.</param>
public sealed class ProgbarLogger(int verbose = 1, TextWriter? output = null) : Callback
{
    private const int Width = 20;
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(50);
    private readonly TextWriter output = output ?? Console.Out;
    private readonly bool redraws = verbose == 1 && output is null && !Console.IsOutputRedirected;
    private long start;
    private long drawn;
    private int batches;
    private bool reportedNaN;

    /// <inheritdoc/>
    public override void OnEpochBegin(int epoch, Logs logs)
    {
        output.WriteLine($"Epoch {epoch + 1}/{Epochs}");
        (start, drawn, batches) = (Stopwatch.GetTimestamp(), 0, 0);
    }

    /// <inheritdoc/>
    public override void OnTrainBatchEnd(int batch, Logs logs)
    {
        batches = batch + 1;
        if (!reportedNaN && logs.TryGetValue("loss", out double loss) && double.IsNaN(loss))
        {
            reportedNaN = true;
            output.WriteLine($"Batch {batch}: the loss is NaN. Lower the learning rate or check the data; training goes on.");
        }
        if (!redraws || (drawn != 0 && Stopwatch.GetElapsedTime(drawn) < Interval))
            return;
        drawn = Stopwatch.GetTimestamp();
        output.Write($"\r\x1b[2K{Line(logs)}");
    }

    /// <inheritdoc/>
    public override void OnEpochEnd(int epoch, Logs logs) => output.WriteLine((redraws ? "\r\x1b[2K" : "") + Line(logs));

    private string Line(Logs logs)
    {
        var elapsed = Stopwatch.GetElapsedTime(start);
        double step = elapsed.TotalMilliseconds / Math.Max(1, batches);
        int filled = Width * batches / Math.Max(1, Steps);
        var bar = verbose == 1 ? $" {new string('━', filled)}{new string(' ', Width - filled)} " : " - ";
        var values = string.Concat(logs.Select(log => $" - {log.Key}: {Number(log.Value)}"));
        return string.Create(CultureInfo.InvariantCulture, $"{batches}/{Steps}{bar}{elapsed.TotalSeconds:F0}s {step:F0}ms/step{values}");
    }

    /// <summary>Four decimals; scientific where that would show nothing.</summary>
    private static string Number(double value) =>
        Math.Abs(value) > 1e-3 || value == 0
            ? value.ToString("F4", CultureInfo.InvariantCulture)
            : value.ToString("0.0000e+00", CultureInfo.InvariantCulture);
}
