namespace KerasSharp.Formats.Events;

/// <summary>How an <see cref="EventFileWriter"/> writes.</summary>
public sealed record EventFileWriterOptions
{
    /// <summary>What ends the file's name; <c>.v2</c> unless set, as in TensorFlow 2.</summary>
    public string FileSuffix { get; init; } = ".v2";

    /// <summary>After what time events reach the file at the latest; 5 seconds unless set.</summary>
    /// <exception cref="ArgumentOutOfRangeException">When set: it is neither positive nor <see cref="Timeout.InfiniteTimeSpan"/>.</exception>
    public TimeSpan FlushInterval
    {
        get;
        init =>
            field =
                value > TimeSpan.Zero || value == Timeout.InfiniteTimeSpan
                    ? value
                    : throw new ArgumentOutOfRangeException(
                        nameof(FlushInterval),
                        value,
                        "The interval is positive, or infinite for no flush by time."
                    );
    } = TimeSpan.FromSeconds(5);

    /// <summary>How many bytes of events may wait to be written; whoever adds one more waits then. 8 MiB unless set.</summary>
    /// <exception cref="ArgumentOutOfRangeException">When set: it is not positive.</exception>
    public int QueueCapacity
    {
        get;
        init => field = value > 0 ? value : throw new ArgumentOutOfRangeException(nameof(QueueCapacity), value, "The queue needs room.");
    } = 8 << 20;

    /// <summary>The clock of the events' times, of the file's name and of <see cref="FlushInterval"/>.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>The machine's name in the file's name; the real one unless set.</summary>
    public string HostName { get; init; } = Environment.MachineName;
}
