using Google.Protobuf;
using KerasSharp.Formats.Protobuf;

namespace KerasSharp.Formats.Events;

/// <summary>A sound as TensorFlow 1 keeps it.</summary>
/// <param name="SampleRate">Frames a second.</param>
/// <param name="Channels">Their number.</param>
/// <param name="Frames">The sound's length.</param>
/// <param name="Encoded">The sound's file.</param>
/// <param name="ContentType">Which kind of file it is.</param>
public sealed record LegacyAudio(
    float SampleRate,
    long Channels,
    long Frames,
    ReadOnlyMemory<byte> Encoded,
    string ContentType = "audio/wav"
)
{
    internal static LegacyAudio From(Summary.Types.Audio message) =>
        new(message.SampleRate, message.NumChannels, message.LengthFrames, message.EncodedAudioString.Memory, message.ContentType);

    internal Summary.Types.Audio ToMessage() =>
        new()
        {
            SampleRate = SampleRate,
            NumChannels = Channels,
            LengthFrames = Frames,
            EncodedAudioString = ByteString.CopyFrom(Encoded.Span),
            ContentType = ContentType,
        };
}
