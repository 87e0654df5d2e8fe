namespace KerasSharp.Formats.Events;

/// <summary>Times as events have them.</summary>
internal static class WallTime
{
    /// <summary>Seconds since 1970. Whole seconds and the rest apart, as a double cannot hold all ticks of this century.</summary>
    public static double Of(DateTimeOffset time)
    {
        var (seconds, ticks) = Math.DivRem(time.UtcTicks - DateTimeOffset.UnixEpoch.UtcTicks, TimeSpan.TicksPerSecond);
        return seconds + ticks / (double)TimeSpan.TicksPerSecond;
    }
}
