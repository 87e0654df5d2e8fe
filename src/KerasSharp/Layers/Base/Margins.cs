using System.Collections;
using System.Runtime.CompilerServices;
using KerasSharp.Saving;

namespace KerasSharp.Layers;

/// <summary>
/// How much to add or take away at both ends of each axis: <c>1</c> for all, <c>[1, 2]</c> an axis each, <c>[(1, 0), (2, 2)]</c> an end each.
/// </summary>
[CollectionBuilder(typeof(Margins), nameof(Create))]
public sealed class Margins : IEnumerable<Margin>
{
    private readonly Margin[] values;
    private readonly bool forAll;

    private Margins(Margin[] values, bool forAll) => (this.values, this.forAll) = (values, forAll);

    /// <summary>A pair each for some axes; what a collection expression calls.</summary>
    public static Margins Create(ReadOnlySpan<Margin> values) => new(values.ToArray(), false);

    /// <summary>The same at both ends of all axes.</summary>
    public static implicit operator Margins(int size) => new([size], true);

    /// <summary>For one axis, the two ends; for two axes, the size of each.</summary>
    public static implicit operator Margins((int First, int Second) pair) => new([pair.First, pair.Second], false);

    /// <summary>The ends of two axes.</summary>
    public static implicit operator Margins(((int, int) First, (int, int) Second) pairs) => new([pairs.First, pairs.Second], false);

    /// <summary>The ends of three axes.</summary>
    public static implicit operator Margins(((int, int) First, (int, int) Second, (int, int) Third) pairs) =>
        new([pairs.First, pairs.Second, pairs.Third], false);

    /// <inheritdoc/>
    public IEnumerator<Margin> GetEnumerator() => ((IEnumerable<Margin>)values).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>A pair for each of some axes.</summary>
    /// <exception cref="ArgumentException">There are more or fewer, or one is negative.</exception>
    internal Margin[] Expand(int rank, string argument, Layer layer)
    {
        Margin[] expanded =
            forAll ? [.. Enumerable.Repeat(values[0], rank)]
            : rank == 1 && values.Length == 2 ? [new Margin(values[0].Before, values[1].Before)]
            : values;
        if (expanded.Length != rank || Array.Exists(expanded, margin => margin.Before < 0 || margin.After < 0))
            throw layer.Wrong(
                argument,
                $"must be {rank} sizes or pairs of at least 0, or one size for all; got ({string.Join(", ", values.Select(margin => (margin.Before, margin.After)))}). Give a size or a pair an axis."
            );
        return expanded;
    }

    /// <summary>Reads Keras's forms: a number, a list of numbers, a list of pairs.</summary>
    internal static Margins Read(object? json, Margins fallback) =>
        json switch
        {
            null => fallback,
            long size => (int)size,
            List<object?> list => new Margins([.. list.Select(Pair)], false),
            _ => throw new FormatException($"{ConfigJson.Write(json)} is no padding or cropping: expected a number, numbers, or pairs."),
        };

    private static Margin Pair(object? json) =>
        json switch
        {
            long size => (int)size,
            List<object?> { Count: 2 } list when list[0] is long before && list[1] is long after => new Margin((int)before, (int)after),
            _ => throw new FormatException($"{ConfigJson.Write(json)} is no size or pair of sizes."),
        };
}
