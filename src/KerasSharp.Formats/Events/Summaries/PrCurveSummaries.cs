using Google.Protobuf;
using KerasSharp.Formats.Protobuf.Plugins;
using NumSharp;

namespace KerasSharp.Formats.Events;

/// <summary>Curves of precision and recall, TensorBoard's <c>pr_curves</c>.</summary>
public static class PrCurveSummaries
{
    private const int DefaultThresholds = 201;

    /// <summary>Writes the curve of a binary classifier, as <c>tensorboard.summary.v1.pr_curve</c>.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="tag">The curve's name; <c>/pr_curves</c> is added to it.</param>
    /// <param name="labels">What is true, booleans of any shape.</param>
    /// <param name="predictions">What was predicted, from 0 to 1 and clipped, as many.</param>
    /// <param name="step">The step.</param>
    /// <param name="thresholds">At how many thresholds from 0 to 1, 2 or more.</param>
    /// <param name="weights">How much each prediction counts, as many; null for 1 each.</param>
    /// <param name="displayName">The name shown; null for the tag.</param>
    /// <param name="description">A description in Markdown.</param>
    /// <exception cref="ArgumentException">The arrays differ in size, the labels are no booleans, a prediction is no number, or there are less than 2 thresholds.</exception>
    /// <exception cref="ObjectDisposedException">The writer is closed.</exception>
    /// <exception cref="IOException">An earlier event could not be written.</exception>
    public static void PrCurve(
        this EventFileWriter writer,
        string tag,
        NDArray labels,
        NDArray predictions,
        long step,
        int thresholds = DefaultThresholds,
        NDArray? weights = null,
        string? displayName = null,
        string? description = null
    )
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(thresholds, 2);
        if (labels.typecode != NPTypeCode.Boolean)
            throw new ArgumentException($"Labels are booleans, not {labels.dtype.Name}.", nameof(labels));
        CheckSize(predictions, labels, nameof(predictions));
        if (weights is not null)
            CheckSize(weights, labels, nameof(weights));
        var counts = weights is null ? null : Doubles.Of(weights);
        bool[] truths = labels.size == 0 ? [] : np.ascontiguousarray(labels).ToArray<bool>();
        var curve = Events.PrCurve.Of(Buckets(predictions, thresholds), truths, i => counts?[i] ?? 1, thresholds);
        var content = new PrCurvePluginData { NumThresholds = (uint)thresholds }.ToByteArray();
        var metadata = new SummaryMetadata("pr_curves", content) { DisplayName = displayName ?? tag, Description = description ?? "" };
        writer.Write($"{tag}/pr_curves", curve, step, metadata);
    }

    private static void CheckSize(NDArray array, NDArray labels, string name)
    {
        if (array.size != labels.size)
            throw new ArgumentException($"There are {labels.size} labels and {array.size} {name}.", name);
    }

    /// <summary>The last threshold that each prediction reaches, computed in the predictions' own type.</summary>
    private static int[] Buckets(NDArray predictions, int thresholds)
    {
        var isDouble = predictions.typecode == NPTypeCode.Double;
        return Array.ConvertAll(
            Doubles.Of(predictions),
            value =>
            {
                if (double.IsNaN(value))
                    throw new ArgumentException("A prediction is NaN.", nameof(predictions));
                var clipped = Math.Clamp(value, 0, 1);
                return (int)Math.Floor(isDouble ? clipped * (thresholds - 1) : (float)clipped * (thresholds - 1));
            }
        );
    }
}
