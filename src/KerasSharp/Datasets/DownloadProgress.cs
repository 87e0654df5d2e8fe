using System.Globalization;

namespace KerasSharp.Datasets;

/// <summary>Keras's progress bar for a download; where the output is redirected, only the last line of it.</summary>
/// <param name="writer">Where the bar is written.</param>
/// <param name="interactive">Whether the writer is a terminal, on which the bar can be drawn over.</param>
/// <param name="clock">What tells the time; the system's by default.</param>
internal sealed class DownloadProgress(TextWriter writer, bool interactive, TimeProvider? clock = null)
{
    private const int Width = 20;
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(50);
    private readonly TimeProvider _clock = clock ?? TimeProvider.System;
    private long _started;
    private TimeSpan _shown;

    public static DownloadProgress OnConsole() => new(Console.Out, !Console.IsOutputRedirected);

    public static DownloadProgress Silent() => new(TextWriter.Null, false);

    /// <summary>Begins a new bar.</summary>
    public void Start()
    {
        _started = _clock.GetTimestamp();
        _shown = TimeSpan.Zero;
    }

    /// <summary>Shows how far the download has come, at most every 50 ms.</summary>
    /// <param name="current">Bytes received.</param>
    /// <param name="total">Bytes in all; null where the server does not say.</param>
    public void Update(long current, long? total)
    {
        var now = Elapsed;
        if (!interactive || now - _shown < Interval)
        {
            return;
        }

        _shown = now;
        var left = total is { } all && current > 0 ? now * ((double)(all - current) / current) : now;
        writer.Write($"\r\e[2K{Bar(current, total)} {Time(left)}");
    }

    /// <summary>Shows the finished bar and ends its line.</summary>
    /// <param name="total">Bytes received.</param>
    public void Finish(long total)
    {
        var start = interactive ? "\r\e[2K" : "";
        writer.WriteLine($"{start}{Bar(total, total)} {Time(Elapsed)} {PerByte(total)}");
    }

    private TimeSpan Elapsed => _clock.GetElapsedTime(_started);

    private static string Time(TimeSpan time) =>
        time switch
        {
            { TotalHours: > 1 } => time.ToString(@"h\:mm\:ss", CultureInfo.InvariantCulture),
            { TotalMinutes: > 1 } => time.ToString(@"m\:ss", CultureInfo.InvariantCulture),
            _ => $"{(int)time.TotalSeconds}s",
        };

    private string Bar(long current, long? total)
    {
        if (total is not > 0)
        {
            return $"{current, 7}/Unknown";
        }

        var digits = total.Value.ToString(CultureInfo.InvariantCulture);
        var numbers = current.ToString(CultureInfo.InvariantCulture).PadLeft(digits.Length) + "/" + digits;
        var done = (int)(Width * Math.Min(1, (double)current / total.Value));
        var (full, rest) = (new string('━', done), new string('━', Width - done));
        return interactive ? $"\e[1m{numbers}\e[0m \e[32m{full}\e[0m\e[37m{rest}\e[0m" : $"{numbers} {full}{rest}";
    }

    private string PerByte(long total)
    {
        var seconds = total > 0 ? Elapsed.TotalSeconds / total : 0;
        return seconds switch
        {
            0 or >= 1 => string.Create(CultureInfo.InvariantCulture, $"{seconds:F0}s/step"),
            >= 1e-3 => string.Create(CultureInfo.InvariantCulture, $"{seconds * 1e3:F0}ms/step"),
            _ => string.Create(CultureInfo.InvariantCulture, $"{seconds * 1e6:F0}us/step"),
        };
    }
}
