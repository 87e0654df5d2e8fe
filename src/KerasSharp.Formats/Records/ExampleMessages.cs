using Google.Protobuf;
using Google.Protobuf.Collections;
using Message = KerasSharp.Formats.Protobuf.Examples.Feature;

namespace KerasSharp.Formats.Records;

/// <summary>Between the messages of examples and the features that callers see.</summary>
internal static class ExampleMessages
{
    /// <summary>Parses a message whose bytes anybody may have written.</summary>
    /// <exception cref="FileFormatException">The bytes are no such message.</exception>
    public static T Parse<T>(MessageParser<T> parser, ReadOnlySpan<byte> bytes, string name)
        where T : IMessage<T>
    {
        try
        {
            return parser.ParseFrom(bytes);
        }
        catch (InvalidProtocolBufferException e)
        {
            throw new FileFormatException(
                name,
                "",
                $"a {typeof(T).Name} of protobuf is expected, and the {bytes.Length} bytes are none: {e.Message}",
                e
            );
        }
    }

    public static void Fill(IDictionary<string, Feature> features, MapField<string, Message>? messages)
    {
        foreach (var (name, message) in messages ?? [])
            features[name] = new Feature(message);
    }

    public static Protobuf.Examples.Features ToMessage(IDictionary<string, Feature> features)
    {
        var message = new Protobuf.Examples.Features();
        foreach (var (name, feature) in features)
            message.Feature[name] = feature.Message;
        return message;
    }
}
