namespace KerasSharp.Metrics;

/// <summary>The thresholds above which a prediction counts as positive.</summary>
internal sealed class Thresholds
{
    /// <summary>What predictions that are not among the first k become, and the threshold that separates them.</summary>
    public const double NegativeInfinity = -1e10;

    private readonly double[] values;

    private Thresholds(double[] values, bool even) => (this.values, IsEven) = (values, even);

    public int Count => values.Length;

    public IReadOnlyList<double> Values => values;

    /// <summary>Whether they divide the interval from 0 to 1 into equal parts, which is counted in another way.</summary>
    public bool IsEven { get; }

    /// <summary>Whether the ends lie outside 0 and 1.</summary>
    public bool HasEpsilon => values[0] < 0 || values[^1] > 1;

    /// <summary>Given ones, or a default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">One is not from 0 to 1.</exception>
    public static Thresholds Given(double[]? thresholds, double fallback)
    {
        foreach (double threshold in thresholds ?? [])
            if (threshold is not (>= 0 and <= 1))
                throw new ArgumentOutOfRangeException(nameof(thresholds), threshold, "a threshold is from 0 to 1");
        double[] values = thresholds ?? [fallback];
        return new Thresholds(values, IsDistributedEvenly(values));
    }

    /// <summary>A number of them from 0 to 1, with a margin around the ends.</summary>
    public static Thresholds Even(int count, double margin) => new([-margin, .. Inner(count), 1 + margin], true);

    /// <summary>0.5 alone, or a number of them from 0 to 1.</summary>
    public static Thresholds Even(int count) => count == 1 ? new([0.5], false) : Even(count, 0);

    /// <summary>Given ones, sorted, and the ends of the interval with a margin.</summary>
    public static Thresholds Between(double[] thresholds, double margin)
    {
        double[] sorted = [.. thresholds.Order()];
        return new Thresholds([-margin, .. sorted, 1 + margin], IsDistributedEvenly([0, .. sorted, 1]));
    }

    private static IEnumerable<double> Inner(int count) => Enumerable.Range(1, count - 2).Select(i => i / (double)(count - 1));

    private static bool IsDistributedEvenly(double[] values)
    {
        if (values.Length < 3)
            return false;
        for (int i = 0; i < values.Length; i++)
        {
            double even = i / (double)(values.Length - 1);
            if (Math.Abs(values[i] - even) > K.Epsilon + 1e-5 * Math.Abs(even))
                return false;
        }
        return true;
    }
}
