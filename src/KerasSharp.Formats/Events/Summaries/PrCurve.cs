namespace KerasSharp.Formats.Events;

/// <summary>How precision and recall of a binary classifier depend on its threshold, as TensorBoard's <c>pr_curves</c> counts.</summary>
internal static class PrCurve
{
    private const int Rows = 6;

    /// <summary>What no denominator goes below.</summary>
    private const double LeastCount = 1e-7;

    /// <summary>True positives, false positives, true negatives, false negatives, precision, recall by threshold from 0 to 1; float32 of shape [6, <paramref name="thresholds"/>].</summary>
    /// <param name="buckets">For each prediction, the last threshold that it reaches.</param>
    /// <param name="labels">Whether each is positive.</param>
    /// <param name="weights">How much each counts.</param>
    /// <param name="thresholds">Their number, 2 or more.</param>
    public static TensorValue Of(int[] buckets, bool[] labels, Func<int, double> weights, int thresholds)
    {
        var (positive, negative) = (new double[thresholds], new double[thresholds]);
        for (int i = 0; i < buckets.Length; i++)
            (labels[i] ? positive : negative)[buckets[i]] += weights(i);
        SumFromEnd(positive);
        SumFromEnd(negative);
        var table = new float[Rows * thresholds];
        for (int i = 0; i < thresholds; i++)
        {
            var (tp, fp, tn, fn) = (positive[i], negative[i], negative[0] - negative[i], positive[0] - positive[i]);
            double[] column = [tp, fp, tn, fn, tp / Math.Max(LeastCount, tp + fp), tp / Math.Max(LeastCount, tp + fn)];
            for (int row = 0; row < Rows; row++)
                table[row * thresholds + i] = (float)column[row];
        }
        return TensorValue.From<float>(Shape.Of(Rows, thresholds), table);
    }

    private static void SumFromEnd(double[] counts)
    {
        for (int i = counts.Length - 2; i >= 0; i--)
            counts[i] += counts[i + 1];
    }
}
