using System.Globalization;

namespace KerasSharp.Formats.Events;

/// <summary>The names of event files, by TensorFlow's rule.</summary>
internal static class EventFileName
{
    private static int writers = -1;

    /// <summary>The name of a file.</summary>
    /// <param name="time">When it is made.</param>
    /// <param name="host">The machine.</param>
    /// <param name="process">The process.</param>
    /// <param name="number">How many files the process made before.</param>
    /// <param name="suffix">What ends it.</param>
    public static string Of(DateTimeOffset time, string host, int process, int number, string suffix) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"events.out.tfevents.{time.ToUnixTimeSeconds():D10}.{host}.{process}.{number}{suffix}"
        );

    /// <summary>The name of this process's next file.</summary>
    public static string Next(EventFileWriterOptions options) =>
        Of(options.Clock.GetUtcNow(), options.HostName, Environment.ProcessId, Interlocked.Increment(ref writers), options.FileSuffix);

    /// <summary>Whether TensorBoard reads a file of this name.</summary>
    public static bool IsEventFile(string path) => Path.GetFileName(path).Contains("tfevents", StringComparison.Ordinal);
}
