using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace KerasSharp.Layers;

/// <summary>A size for each spatial axis, or one for all: <c>3</c>, <c>(3, 5)</c> or <c>[3, 5]</c>.</summary>
[CollectionBuilder(typeof(Sizes), nameof(Create))]
public sealed class Sizes : IReadOnlyList<int>
{
    private readonly int[] values;

    private Sizes(int[] values) => this.values = values;

    /// <summary>Sizes from their values; what a collection expression calls.</summary>
    public static Sizes Create(ReadOnlySpan<int> values) => new(values.ToArray());

    /// <inheritdoc/>
    public int Count => values.Length;

    /// <inheritdoc/>
    public int this[int index] => values[index];

    /// <summary>One size for all axes.</summary>
    public static implicit operator Sizes(int size) => new([size]);

    /// <summary>A size each for two axes.</summary>
    public static implicit operator Sizes((int First, int Second) sizes) => new([sizes.First, sizes.Second]);

    /// <summary>A size each for three axes.</summary>
    public static implicit operator Sizes((int First, int Second, int Third) sizes) => new([sizes.First, sizes.Second, sizes.Third]);

    /// <summary>Sizes from an array, as configs have them.</summary>
    [return: NotNullIfNotNull(nameof(sizes))]
    public static implicit operator Sizes?(int[]? sizes) => sizes is null ? null : new(sizes);

    /// <summary>A size for each of some axes.</summary>
    /// <exception cref="ArgumentException">There are more or fewer sizes, or one is less than <paramref name="least"/>.</exception>
    internal int[] Expand(int rank, string argument, Layer layer, int least = 1)
    {
        int[] expanded = values.Length == 1 ? [.. Enumerable.Repeat(values[0], rank)] : values;
        if (expanded.Length != rank || Array.Exists(expanded, size => size < least))
            throw layer.Wrong(
                argument,
                rank == 1
                    ? $"must be one number of at least {least}; got ({string.Join(", ", values)}). Give such a number."
                    : $"must be {rank} numbers of at least {least}, or one for all; got ({string.Join(", ", values)}). Give one number an axis."
            );
        return expanded;
    }

    /// <inheritdoc/>
    public IEnumerator<int> GetEnumerator() => ((IEnumerable<int>)values).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
