namespace KerasSharp.Testing.Gradients;

/// <summary>An input of a gradient row: its shape, and where its random elements lie.</summary>
/// <param name="Dims">The shape.</param>
/// <param name="Draw">An element.</param>
internal sealed record Argument(long[] Dims, Func<Random, double> Draw)
{
    /// <summary>Elements of either sign, at least 0.2 away from 0, where many functions have a corner.</summary>
    public static Argument In(params long[] dims) => new(dims, random => (0.2 + random.NextDouble()) * (random.Next(2) == 0 ? -1 : 1));

    /// <summary>Elements between two bounds.</summary>
    public static Argument Within(double low, double high, params long[] dims) =>
        new(dims, random => low + (high - low) * random.NextDouble());

    /// <summary>The number of elements.</summary>
    public long Count => Dims.Aggregate(1L, (product, length) => product * length);

    /// <summary>All elements, the same in every run.</summary>
    public double[] Values(Random random) => [.. Enumerable.Range(0, (int)Count).Select(_ => Draw(random))];
}
