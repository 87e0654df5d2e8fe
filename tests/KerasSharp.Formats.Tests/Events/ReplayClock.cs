namespace KerasSharp.Formats.Tests.Events;

/// <summary>A clock that stands where it is set.</summary>
internal sealed class ReplayClock : TimeProvider
{
    public DateTimeOffset Now { get; set; } = DateTimeOffset.FromUnixTimeSeconds(1500000000);

    /// <summary>Sets the clock to a time of an event, in seconds since 1970.</summary>
    public void Set(double seconds) => Now = Of(seconds);

    public override DateTimeOffset GetUtcNow() => Now;

    public static DateTimeOffset Of(double seconds) =>
        DateTimeOffset.UnixEpoch.AddTicks(
            (long)Math.Floor(seconds) * TimeSpan.TicksPerSecond
                + (long)Math.Round((seconds - Math.Floor(seconds)) * TimeSpan.TicksPerSecond)
        );
}
