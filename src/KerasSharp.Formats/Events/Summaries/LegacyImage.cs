using Google.Protobuf;
using KerasSharp.Formats.Protobuf;

namespace KerasSharp.Formats.Events;

/// <summary>A picture as TensorFlow 1 keeps it.</summary>
/// <param name="Width">In pixels.</param>
/// <param name="Height">In pixels.</param>
/// <param name="Channels">1 gray, 2 gray and alpha, 3 RGB, 4 RGBA.</param>
/// <param name="Encoded">The picture's file, usually PNG.</param>
public sealed record LegacyImage(int Width, int Height, int Channels, ReadOnlyMemory<byte> Encoded)
{
    internal static LegacyImage From(Summary.Types.Image message) =>
        new(message.Width, message.Height, message.Colorspace, message.EncodedImageString.Memory);

    internal Summary.Types.Image ToMessage() =>
        new()
        {
            Width = Width,
            Height = Height,
            Colorspace = Channels,
            EncodedImageString = ByteString.CopyFrom(Encoded.Span),
        };
}
