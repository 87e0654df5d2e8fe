namespace KerasSharp.Formats.Events;

/// <summary>The buckets of <c>tf.summary.histogram</c>: so many of equal width from the least value to the greatest.</summary>
internal static class HistogramBuckets
{
    /// <summary>As many as TensorFlow takes unless told.</summary>
    public const int DefaultCount = 30;

    private const int Columns = 3;

    /// <summary>A row a bucket: left edge, right edge, count; float64 of shape [<paramref name="count"/>, 3].</summary>
    /// <remarks>Without data all is 0. Where all values are equal, so are all edges, and the last bucket has them. Where a value is not finite, edges are not either.</remarks>
    public static TensorValue Of(ReadOnlySpan<double> data, int count)
    {
        var rows = new double[count * Columns];
        if (count > 0 && data.Length > 0)
            Fill(rows, data, count);
        return TensorValue.From<double>(Shape.Of(count, Columns), rows);
    }

    private static void Fill(Span<double> rows, ReadOnlySpan<double> data, int count)
    {
        var (least, greatest) = Range(data);
        var range = greatest - least;
        var width = range / count;
        for (int i = 0; i < count; i++)
        {
            rows[i * Columns] = range == 0 ? greatest : Edge(i);
            rows[i * Columns + 1] = range == 0 ? greatest : Edge(i + 1);
        }
        if (range == 0)
            rows[^1] = data.Length;
        else
            Count(rows, data, least, width, count);

        double Edge(int i) =>
            i == 0 ? least
            : i == count ? greatest
            : least + width * i;
    }

    private static void Count(Span<double> rows, ReadOnlySpan<double> data, double least, double width, int count)
    {
        foreach (var value in data)
        {
            var bucket = Math.Floor((value - least) / width);
            // A place that is no number falls into no bucket.
            if (bucket >= 0)
                rows[(int)Math.Min(bucket, count - 1) * Columns + 2]++;
        }
    }

    private static (double Least, double Greatest) Range(ReadOnlySpan<double> data)
    {
        var (least, greatest) = (double.PositiveInfinity, double.NegativeInfinity);
        foreach (var value in data)
            (least, greatest) = (Math.Min(least, value), Math.Max(greatest, value));
        return (least, greatest);
    }
}
