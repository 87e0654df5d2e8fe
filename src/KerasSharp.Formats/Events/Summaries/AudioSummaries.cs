using Google.Protobuf;
using KerasSharp.Formats.Protobuf.Plugins;
using NumSharp;

namespace KerasSharp.Formats.Events;

/// <summary>Sounds, TensorBoard's <c>audio</c>.</summary>
public static class AudioSummaries
{
    private const int DefaultMaxOutputs = 3;

    /// <summary>Writes sounds as WAV of 16 bits, as <c>tf.summary.audio</c>.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="tag">The sounds' name; a slash groups.</param>
    /// <param name="clips">Shape [clips, frames, channels], from −1 to 1; more is clipped.</param>
    /// <param name="sampleRate">Frames a second.</param>
    /// <param name="step">The step.</param>
    /// <param name="maxOutputs">How many clips are written at most; the first ones.</param>
    /// <param name="description">A description in Markdown.</param>
    /// <exception cref="ArgumentException">The array has another rank or no channel, or the rate is not positive.</exception>
    /// <exception cref="ObjectDisposedException">The writer is closed.</exception>
    /// <exception cref="IOException">An earlier event could not be written.</exception>
    public static void Audio(
        this EventFileWriter writer,
        string tag,
        NDArray clips,
        int sampleRate,
        long step,
        int maxOutputs = DefaultMaxOutputs,
        string? description = null
    )
    {
        ArgumentOutOfRangeException.ThrowIfNegative(maxOutputs);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(sampleRate);
        if (clips.ndim != 3 || clips.shape[2] is < 1 or > short.MaxValue)
            throw new ArgumentException(
                $"Audio has shape [clips, frames, channels]; got [{string.Join(", ", clips.shape)}].",
                nameof(clips)
            );
        int count = (int)Math.Min(maxOutputs, clips.shape[0]);
        var values = Files(clips, count, sampleRate).SelectMany(file => new[] { file, [] });
        writer.Write(tag, TensorValue.FromStrings(Shape.Of(count, 2), [.. values]), step, Metadata(description));
    }

    private static IEnumerable<byte[]> Files(NDArray clips, int count, int sampleRate)
    {
        var samples = Array.ConvertAll(Doubles.Of(clips), value => (float)value);
        int size = (int)(clips.shape[1] * clips.shape[2]);
        for (int i = 0; i < count; i++)
            yield return WavAudio.Encode(samples.AsSpan(i * size, size), (int)clips.shape[2], sampleRate);
    }

    private static SummaryMetadata Metadata(string? description) =>
        new("audio", new AudioPluginData { Encoding = AudioPluginData.Types.Encoding.Wav }.ToByteArray())
        {
            Description = description ?? "",
        };
}
