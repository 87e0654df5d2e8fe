using KerasSharp.Formats.Protobuf;

namespace KerasSharp.Formats.Events;

/// <summary>A histogram as TensorFlow 1 keeps it: counts between fixed limits, and moments.</summary>
/// <param name="Min">The least value.</param>
/// <param name="Max">The greatest value.</param>
/// <param name="Count">The number of values.</param>
/// <param name="Sum">Their sum.</param>
/// <param name="SumOfSquares">The sum of their squares.</param>
/// <param name="Limits">The upper end of each bucket, which does not belong to it.</param>
/// <param name="Counts">The number of values in each bucket.</param>
public sealed record LegacyHistogram(
    double Min,
    double Max,
    double Count,
    double Sum,
    double SumOfSquares,
    IReadOnlyList<double> Limits,
    IReadOnlyList<double> Counts
)
{
    private static readonly double[] AllLimits = DefaultLimits();

    /// <summary>The histogram of finite values; buckets that are empty in a row are one.</summary>
    /// <exception cref="ArgumentException">A value is not finite.</exception>
    public static LegacyHistogram Of(ReadOnlySpan<double> data)
    {
        var counts = new double[AllLimits.Length];
        var (min, max, sum, squares) = (double.MaxValue, -double.MaxValue, 0.0, 0.0);
        foreach (var value in data)
        {
            if (!double.IsFinite(value))
                throw new ArgumentException($"A histogram of TensorFlow 1 has finite values only; got {value}.", nameof(data));
            counts[FirstGreater(value)]++;
            (min, max, sum, squares) = (Math.Min(min, value), Math.Max(max, value), sum + value, squares + value * value);
        }
        var (limits, merged) = Merged(counts);
        return new LegacyHistogram(min, max, data.Length, sum, squares, limits, merged);
    }

    internal static LegacyHistogram From(HistogramProto message) =>
        new(message.Min, message.Max, message.Num, message.Sum, message.SumSquares, message.BucketLimit, message.Bucket);

    internal HistogramProto ToMessage()
    {
        var message = new HistogramProto
        {
            Min = Min,
            Max = Max,
            Num = Count,
            Sum = Sum,
            SumSquares = SumOfSquares,
        };
        message.BucketLimit.AddRange(Limits);
        message.Bucket.AddRange(Counts);
        return message;
    }

    /// <summary>Limits that grow by a tenth from 1e-12 to 1e20, their negatives, 0 between, and the greatest number at the end.</summary>
    internal static double[] DefaultLimits()
    {
        var positive = new List<double>();
        for (double limit = 1e-12; limit < 1e20; limit *= 1.1)
            positive.Add(limit);
        positive.Add(double.MaxValue);
        return [.. positive.AsEnumerable().Reverse().Select(limit => -limit), 0, .. positive];
    }

    private static int FirstGreater(double value)
    {
        int at = Array.BinarySearch(AllLimits, value);
        return Math.Min(at < 0 ? ~at : at + 1, AllLimits.Length - 1);
    }

    private static (List<double> Limits, List<double> Counts) Merged(double[] counts)
    {
        var (limits, merged) = (new List<double>(), new List<double>());
        for (int i = 0; i < counts.Length; i++)
        {
            while (counts[i] == 0 && i + 1 < counts.Length && counts[i + 1] == 0)
                i++;
            limits.Add(AllLimits[i]);
            merged.Add(counts[i]);
        }
        return (limits, merged);
    }
}
