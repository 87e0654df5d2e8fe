using Google.Protobuf;
using KerasSharp.Formats.Protobuf;
using NumSharp;

namespace KerasSharp.Formats.Events;

/// <summary>Summaries in the form of TensorFlow 1, for readers that know no other; TensorBoard shows them like the new ones.</summary>
public static class LegacySummaries
{
    /// <summary>Writes a number.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="tag">The curve's name.</param>
    /// <param name="value">The number.</param>
    /// <param name="step">The step.</param>
    /// <exception cref="ObjectDisposedException">The writer is closed.</exception>
    /// <exception cref="IOException">An earlier event could not be written.</exception>
    public static void LegacyScalar(this EventFileWriter writer, string tag, float value, long step) =>
        writer.Write(step, new Summary.Types.Value { Tag = tag, SimpleValue = value });

    /// <summary>Writes how the elements of an array are distributed.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="tag">The histogram's name.</param>
    /// <param name="data">Finite numbers of any shape.</param>
    /// <param name="step">The step.</param>
    /// <exception cref="ArgumentException">A number is not finite.</exception>
    /// <exception cref="ObjectDisposedException">The writer is closed.</exception>
    /// <exception cref="IOException">An earlier event could not be written.</exception>
    public static void LegacyHistogram(this EventFileWriter writer, string tag, NDArray data, long step) =>
        writer.LegacyHistogram(tag, Events.LegacyHistogram.Of(Doubles.Of(data)), step);

    /// <summary>Writes a histogram.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="tag">The histogram's name.</param>
    /// <param name="histogram">The histogram.</param>
    /// <param name="step">The step.</param>
    /// <exception cref="ObjectDisposedException">The writer is closed.</exception>
    /// <exception cref="IOException">An earlier event could not be written.</exception>
    public static void LegacyHistogram(this EventFileWriter writer, string tag, LegacyHistogram histogram, long step) =>
        writer.Write(step, new Summary.Types.Value { Tag = tag, Histo = histogram.ToMessage() });

    /// <summary>Writes a picture.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="tag">The picture's name.</param>
    /// <param name="image">The picture.</param>
    /// <param name="step">The step.</param>
    /// <exception cref="ObjectDisposedException">The writer is closed.</exception>
    /// <exception cref="IOException">An earlier event could not be written.</exception>
    public static void LegacyImage(this EventFileWriter writer, string tag, LegacyImage image, long step) =>
        writer.Write(step, new Summary.Types.Value { Tag = tag, Image = image.ToMessage() });

    /// <summary>Writes a sound.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="tag">The sound's name.</param>
    /// <param name="audio">The sound.</param>
    /// <param name="step">The step.</param>
    /// <exception cref="ObjectDisposedException">The writer is closed.</exception>
    /// <exception cref="IOException">An earlier event could not be written.</exception>
    public static void LegacyAudio(this EventFileWriter writer, string tag, LegacyAudio audio, long step) =>
        writer.Write(step, new Summary.Types.Value { Tag = tag, Audio = audio.ToMessage() });

    /// <summary>Writes what running the graph once cost, as <c>FileWriter.add_run_metadata</c>.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="tag">The run's name, such as <c>step 10</c>.</param>
    /// <param name="runMetadata">A RunMetadata as bytes.</param>
    /// <param name="step">The step.</param>
    /// <exception cref="ObjectDisposedException">The writer is closed.</exception>
    /// <exception cref="IOException">An earlier event could not be written.</exception>
    public static void LegacyRunMetadata(this EventFileWriter writer, string tag, ReadOnlySpan<byte> runMetadata, long step) =>
        writer.Write(
            new Event
            {
                Step = step,
                TaggedRunMetadata = new TaggedRunMetadata { Tag = tag, RunMetadata = ByteString.CopyFrom(runMetadata) },
            }
        );
}
