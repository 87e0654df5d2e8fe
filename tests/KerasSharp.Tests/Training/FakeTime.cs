namespace KerasSharp.Tests.Training;

/// <summary>A clock that goes on by a fixed time whenever it is read.</summary>
internal sealed class FakeTime(double seconds) : TimeProvider
{
    private int reads;

    public override long TimestampFrequency => 1_000_000;

    public override long GetTimestamp() => (long)Math.Round(++reads * seconds * TimestampFrequency);
}
