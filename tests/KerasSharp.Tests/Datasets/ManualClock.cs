namespace KerasSharp.Tests.Datasets;

/// <summary>A clock that stands still until it is told how much time has passed.</summary>
internal sealed class ManualClock : TimeProvider
{
    private long ticks;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => ticks;

    /// <summary>Lets time pass.</summary>
    public void Advance(TimeSpan time) => ticks += time.Ticks;
}
