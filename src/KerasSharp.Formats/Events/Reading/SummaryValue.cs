using KerasSharp.Formats.Protobuf;

namespace KerasSharp.Formats.Events;

/// <summary>A value under a tag. Immutable.</summary>
public sealed class SummaryValue
{
    private readonly Summary.Types.Value message;
    private readonly LogEvent home;

    internal SummaryValue(Summary.Types.Value message, LogEvent home) => (this.message, this.home) = (message, home);

    /// <summary>The tag.</summary>
    public string Tag => message.Tag;

    /// <summary>In which form the value is kept.</summary>
    public SummaryValueKind Kind => (SummaryValueKind)message.ValueCase;

    /// <summary>Which plugin shows it; null where nothing is told, as in later events of a tag from TensorFlow 1.</summary>
    public SummaryMetadata? Metadata => message.Metadata is { } metadata ? SummaryMetadata.From(metadata) : null;

    /// <summary>The number where the value is one: <see cref="SummaryValueKind.Simple"/>, or a tensor of one float32 or float64; else null.</summary>
    /// <exception cref="FileFormatException">The tensor is not what it tells.</exception>
    public double? Scalar =>
        Kind switch
        {
            SummaryValueKind.Simple => message.SimpleValue,
            SummaryValueKind.Tensor when Tensor is { DType: DType.Float32, Shape.Size: 1 } one => one.Elements<float>()[0],
            SummaryValueKind.Tensor when Tensor is { DType: DType.Float64, Shape.Size: 1 } one => one.Elements<double>()[0],
            _ => null,
        };

    /// <summary>The tensor; null where the value has another form.</summary>
    /// <exception cref="FileFormatException">When read: the tensor is not what it tells.</exception>
    public TensorValue? Tensor => message.Tensor?.ToTensorValue(home.File, $"{home.Place}, tag '{Tag}'");

    /// <summary>The histogram; null where the value has another form.</summary>
    public LegacyHistogram? Histogram => message.Histo is { } histogram ? LegacyHistogram.From(histogram) : null;

    /// <summary>The picture; null where the value has another form.</summary>
    public LegacyImage? Image => message.Image is { } image ? LegacyImage.From(image) : null;

    /// <summary>The sound; null where the value has another form.</summary>
    public LegacyAudio? Audio => message.Audio is { } audio ? LegacyAudio.From(audio) : null;
}
