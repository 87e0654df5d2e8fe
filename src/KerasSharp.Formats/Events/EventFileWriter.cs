using Google.Protobuf;
using KerasSharp.Formats.Protobuf;

namespace KerasSharp.Formats.Events;

/// <summary>
/// Writes a file that TensorBoard shows, one folder a run: <c>using var writer = new EventFileWriter("logs/train"); writer.Scalar("loss", 0.5, step: 0);</c>
/// </summary>
/// <remarks>
/// Calls return before the file is written; what was passed may be changed at once. Events stand in the file in the order of the calls.
/// Safe for several threads. Each kind of data has its methods: scalars, histograms, images, text, audio, graphs, hyperparameters and more.
/// </remarks>
public sealed class EventFileWriter : IDisposable, IAsyncDisposable
{
    private readonly TimeProvider clock;
    private readonly EventQueue queue;

    /// <summary>Makes the folder and a new file in it, whose first event tells the version.</summary>
    /// <param name="directory">The run's folder.</param>
    /// <param name="options">How to write; null for the defaults.</param>
    /// <exception cref="IOException">The file cannot be made.</exception>
    public EventFileWriter(string directory, EventFileWriterOptions? options = null)
    {
        options ??= new EventFileWriterOptions();
        clock = options.Clock;
        Directory.CreateDirectory(directory);
        var file = Create(directory, options);
        Path = file.Name;
        queue = new EventQueue(file, options);
        AppDomain.CurrentDomain.ProcessExit += OnExit;
        Write(EventVersion.First());
        Flush();
    }

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>The time of now, in seconds since 1970.</summary>
    internal double Now => WallTime.Of(clock.GetUtcNow());

    /// <summary>Writes any tensor for any plugin, as <c>tf.summary.write</c>.</summary>
    /// <param name="tag">The name under which TensorBoard lists it; a slash groups.</param>
    /// <param name="value">The tensor.</param>
    /// <param name="step">The step, such as the number of the batch or epoch.</param>
    /// <param name="metadata">Which plugin shows it; null for none.</param>
    /// <exception cref="ObjectDisposedException">The writer is closed.</exception>
    /// <exception cref="IOException">An earlier event could not be written.</exception>
    public void Write(string tag, TensorValue value, long step, SummaryMetadata? metadata = null) =>
        Write(step, SummaryMessages.Value(tag, value.ToTensorProto(), metadata?.ToMessage()));

    /// <summary>Returns when everything written before is in the file.</summary>
    /// <exception cref="IOException">An event could not be written.</exception>
    public void Flush() => queue.Flush();

    /// <summary>As <see cref="Flush"/>, without blocking the caller.</summary>
    public Task FlushAsync() => Task.Run(queue.Flush);

    /// <summary>Writes what waits and closes the file; a second call does nothing.</summary>
    /// <exception cref="IOException">An event could not be written.</exception>
    public void Dispose()
    {
        AppDomain.CurrentDomain.ProcessExit -= OnExit;
        queue.Dispose();
    }

    /// <summary>As <see cref="Dispose"/>, without blocking the caller.</summary>
    public ValueTask DisposeAsync() => new(Task.Run(Dispose));

    internal void Write(long step, params Summary.Types.Value[] values)
    {
        var summary = new Summary();
        summary.Value.Add(values);
        Write(new Event { Step = step, Summary = summary });
    }

    /// <summary>Writes an event, whose time becomes now.</summary>
    internal void Write(Event message)
    {
        message.WallTime = Now;
        queue.Append(message);
    }

    private void OnExit(object? sender, EventArgs e) => queue.Dispose();

    /// <summary>A process with the same name and number may have begun in the same second: then the next number is taken.</summary>
    private static FileStream Create(string directory, EventFileWriterOptions options)
    {
        while (true)
        {
            var path = System.IO.Path.Combine(directory, EventFileName.Next(options));
            if (!File.Exists(path))
                return new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.Read | FileShare.Delete, bufferSize: 0);
        }
    }
}
