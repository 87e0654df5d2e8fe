using Google.Protobuf;
using KerasSharp.Formats.Protobuf;
using Metadata = KerasSharp.Formats.Protobuf.SummaryMetadata;

namespace KerasSharp.Formats.Events;

/// <summary>Single numbers, TensorBoard's <c>scalars</c>.</summary>
public static class ScalarSummaries
{
    private const string Plugin = "scalars";

    private static readonly Metadata Bare = SummaryMessages.Of(Plugin, null).ToMessage();
    private static readonly TensorShapeProto ScalarShape = new();

    /// <summary>Writes a number, kept as float32 like <c>tf.summary.scalar</c>.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="tag">The curve's name; a slash groups.</param>
    /// <param name="value">The number.</param>
    /// <param name="step">The step.</param>
    /// <param name="description">A description of the curve in Markdown.</param>
    /// <exception cref="ObjectDisposedException">The writer is closed.</exception>
    /// <exception cref="IOException">An earlier event could not be written.</exception>
    public static void Scalar(this EventFileWriter writer, string tag, double value, long step, string? description = null)
    {
        Span<byte> bytes = stackalloc byte[sizeof(float)];
        System.Buffers.Binary.BinaryPrimitives.WriteSingleLittleEndian(bytes, (float)value);
        var tensor = new TensorProto
        {
            Dtype = DataType.DtFloat,
            TensorShape = ScalarShape,
            TensorContent = ByteString.CopyFrom(bytes),
        };
        var metadata = description is null ? Bare : SummaryMessages.Of(Plugin, description).ToMessage();
        writer.Write(step, SummaryMessages.Value(tag, tensor, metadata));
    }
}
