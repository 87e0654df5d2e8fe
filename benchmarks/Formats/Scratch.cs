using System.Diagnostics;

namespace KerasSharp.Benchmarks.Formats;

/// <summary>A folder for the files of a measurement, deleted at its end.</summary>
internal sealed class Scratch : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("kerassharp-bench-");

    /// <summary>The path of a file in it.</summary>
    public string this[string name] => Path.Combine(folder.FullName, name);

    /// <summary>The path of a file that is not there; the one before it is deleted.</summary>
    public string New()
    {
        foreach (var file in folder.GetFiles())
            file.Delete();
        return this[Guid.NewGuid().ToString("N")];
    }

    /// <inheritdoc/>
    public void Dispose() => folder.Delete(recursive: true);

    /// <summary>The best speed of three tries, in millions of bytes a second.</summary>
    public static double Speed(long bytes, Action action) => bytes / 1e6 / Enumerable.Range(0, 3).Min(_ => Seconds(action));

    /// <summary>What an action takes.</summary>
    public static double Seconds(Action action)
    {
        var start = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    /// <summary>The most memory that this process has had, in bytes.</summary>
    public static long Peak()
    {
        using var process = Process.GetCurrentProcess();
        return process.PeakWorkingSet64;
    }
}
