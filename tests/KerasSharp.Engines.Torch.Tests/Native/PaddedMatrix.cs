namespace KerasSharp.Engines.Torch.Tests.Native;

/// <summary>A matrix of random numbers, each row followed by numbers that no product may read or write.</summary>
/// <param name="rows">The number of rows.</param>
/// <param name="columns">The number of columns.</param>
/// <param name="slack">Elements between the rows, not-a-numbers.</param>
/// <param name="seed">Of the random numbers, which lie between -0.5 and 0.5.</param>
internal sealed class PaddedMatrix(int rows, int columns, int slack, int seed)
{
    private readonly double[] before = Fill(rows, columns, slack, seed);

    /// <summary>Elements from one row to the next, at least 1.</summary>
    public int Pitch { get; } = Math.Max(1, columns + slack);

    /// <summary>The elements when the matrix was made.</summary>
    public double this[int row, int column] => before[row * (columns + slack) + column];

    /// <summary>The same elements as a routine takes them, never empty.</summary>
    public double[] ToDoubles() => before.Length == 0 ? [double.NaN] : [.. before];

    /// <inheritdoc cref="ToDoubles"/>
    public float[] ToFloats() => Array.ConvertAll(ToDoubles(), number => (float)number);

    /// <summary>Asserts that the elements are as expected and that the rest is as it was.</summary>
    public void AssertBecame(IReadOnlyList<double> actual, Func<int, int, (double Value, double Tolerance)> expected)
    {
        for (int i = 0; i < before.Length; i++)
        {
            var (row, column) = (i / (columns + slack), i % (columns + slack));
            if (column >= columns)
                Check(actual[i], double.NaN, 0, row, column);
            else if (expected(row, column) is var (value, tolerance))
                Check(actual[i], value, tolerance, row, column);
        }
    }

    private static void Check(double actual, double expected, double tolerance, int row, int column)
    {
        if (!(Math.Abs(actual - expected) <= tolerance) && !(double.IsNaN(actual) && double.IsNaN(expected)))
            Assert.Fail($"row {row}, column {column}: expected {expected} within {tolerance}, got {actual}");
    }

    private static double[] Fill(int rows, int columns, int slack, int seed)
    {
        var random = new Random(seed);
        return
        [
            .. Enumerable.Range(0, rows * (columns + slack)).Select(i => i % (columns + slack) < columns ? Number(random) : double.NaN),
        ];
    }

    /// <summary>A number that float32 holds exactly.</summary>
    private static double Number(Random random) => (float)(random.NextDouble() - 0.5);
}
