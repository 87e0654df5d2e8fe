namespace KerasSharp.Formats.Events;

/// <summary>Times as events have them.</summary>
internal static class WallTime
{
    private const double MicrosecondsPerSecond = 1e6;

    /// <summary>Seconds since 1970, of whole microseconds as TensorFlow's clock gives them.</summary>
    public static double Of(DateTimeOffset time) =>
        (time.UtcTicks - DateTimeOffset.UnixEpoch.UtcTicks) / TimeSpan.TicksPerMicrosecond / MicrosecondsPerSecond;
}
