using NumSharp;

namespace KerasSharp.Formats.Events;

/// <summary>Distributions of values, TensorBoard's <c>histograms</c> and <c>distributions</c>.</summary>
public static class HistogramSummaries
{
    /// <summary>Writes how the elements of an array are distributed, as <c>tf.summary.histogram</c>.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="tag">The histogram's name; a slash groups.</param>
    /// <param name="data">Numbers or booleans of any shape.</param>
    /// <param name="step">The step.</param>
    /// <param name="buckets">Into how many buckets of equal width, 0 or more.</param>
    /// <param name="description">A description in Markdown.</param>
    /// <exception cref="ArgumentException">The array is complex, or the number of buckets is negative.</exception>
    /// <exception cref="ObjectDisposedException">The writer is closed.</exception>
    /// <exception cref="IOException">An earlier event could not be written.</exception>
    public static void Histogram(
        this EventFileWriter writer,
        string tag,
        NDArray data,
        long step,
        int buckets = HistogramBuckets.DefaultCount,
        string? description = null
    )
    {
        ArgumentOutOfRangeException.ThrowIfNegative(buckets);
        writer.Write(tag, HistogramBuckets.Of(Doubles.Of(data), buckets), step, SummaryMessages.Of("histograms", description));
    }
}
