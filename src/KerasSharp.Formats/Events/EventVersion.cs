using KerasSharp.Formats.Protobuf;

namespace KerasSharp.Formats.Events;

/// <summary>The event that every event file begins with.</summary>
internal static class EventVersion
{
    private const string Version = "brain.Event:2";
    private const string Writer = "tensorflow.core.util.events_writer";

    /// <summary>The first event, as TensorFlow's.</summary>
    public static Event First() =>
        new()
        {
            FileVersion = Version,
            SourceMetadata = new SourceMetadata { Writer = Writer },
        };
}
