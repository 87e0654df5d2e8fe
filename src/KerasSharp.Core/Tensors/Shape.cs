using System.Collections;
using System.Runtime.CompilerServices;

namespace KerasSharp;

/// <summary>
/// The lengths of a tensor's dimensions. A length may be unknown until the tensor has a value (written <c>null</c>, read as
/// <c>-1</c>), and so may the whole rank. Written as a collection: <c>[28, 28, 1]</c>, <c>[null, 10]</c>.
/// </summary>
[CollectionBuilder(typeof(Shape), nameof(Create))]
public sealed class Shape : IReadOnlyList<long?>, IEquatable<Shape>
{
    private readonly long[]? dims;

    private Shape(long[]? dims) => this.dims = dims;

    /// <summary>A shape of unknown rank.</summary>
    public static Shape Unknown { get; } = new((long[]?)null);

    /// <summary>The shape of a single number.</summary>
    public static Shape Scalar { get; } = new([]);

    /// <summary>A shape from its dimensions; null is an unknown one. This is what a collection expression calls.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A dimension is negative.</exception>
    public static Shape Create(ReadOnlySpan<long?> dimensions)
    {
        var dims = new long[dimensions.Length];
        for (int i = 0; i < dims.Length; i++)
            dims[i] = dimensions[i] is < 0 and not -1
                ? throw new ArgumentOutOfRangeException(
                    nameof(dimensions),
                    $"Dimension {i} of a shape is {dimensions[i]}; a length is 0 or more, or null where it is unknown."
                )
                : dimensions[i] ?? -1;
        return new Shape(dims);
    }

    /// <summary>A shape from its dimensions; -1 is an unknown one.</summary>
    /// <param name="dimensions">The lengths, batch first where there is one; -1 where unknown.</param>
    public static Shape Of(params ReadOnlySpan<long> dimensions) => new(dimensions.ToArray());

    /// <summary>A shape of the given rank with all lengths unknown.</summary>
    /// <param name="rank">The number of dimensions, 0 or more.</param>
    public static Shape OfRank(int rank)
    {
        var dims = new long[rank];
        Array.Fill(dims, -1);
        return new Shape(dims);
    }

    /// <summary>True where the number of dimensions is known.</summary>
    public bool HasRank => dims is not null;

    /// <summary>The number of dimensions.</summary>
    /// <exception cref="InvalidOperationException">The rank is unknown.</exception>
    public int Rank => dims?.Length ?? throw new InvalidOperationException("The rank of this shape is unknown.");

    /// <summary>The dimensions, -1 where unknown.</summary>
    /// <exception cref="InvalidOperationException">The rank is unknown.</exception>
    public ReadOnlySpan<long> Dims => dims ?? throw new InvalidOperationException("The rank of this shape is unknown.");

    /// <summary>The length of a dimension, -1 where unknown; a negative index counts from the end.</summary>
    public long this[int index] => Dims[index < 0 ? index + Rank : index];

    /// <summary>True where the rank and every length is known.</summary>
    public bool IsDefined => dims is not null && Array.IndexOf(dims, -1) < 0;

    /// <summary>The product of all lengths, or -1 where one is unknown.</summary>
    public long Size
    {
        get
        {
            if (!IsDefined)
                return -1;
            long size = 1;
            foreach (long dim in dims!)
                size *= dim;
            return size;
        }
    }

    /// <inheritdoc/>
    public int Count => Rank;

    long? IReadOnlyList<long?>.this[int index] => Nullable(this[index]);

    /// <summary>This shape followed by another; unknown if either rank is.</summary>
    /// <param name="other">What follows.</param>
    public Shape Concat(Shape other) => dims is null || other.dims is null ? Unknown : new Shape([.. dims, .. other.dims]);

    /// <summary>The dimensions from <paramref name="start"/> on, at most <paramref name="count"/>; negative starts count from the end.</summary>
    /// <param name="start">The first dimension; a negative one counts from the end.</param>
    /// <param name="count">How many; all that follow by default.</param>
    public Shape Slice(int start, int? count = null)
    {
        if (dims is null)
            return Unknown;
        int from = start < 0 ? start + dims.Length : start;
        return new Shape(dims.AsSpan(from, count ?? dims.Length - from).ToArray());
    }

    /// <summary>This shape with one dimension replaced; a negative index counts from the end.</summary>
    /// <param name="index">Which; a negative one counts from the end.</param>
    /// <param name="length">Its new length; -1 for an unknown one.</param>
    public Shape With(int index, long length)
    {
        var copy = Dims.ToArray();
        copy[index < 0 ? index + copy.Length : index] = length;
        return new Shape(copy);
    }

    /// <summary>True where some tensor could have both shapes.</summary>
    /// <param name="other">The other shape; unknown lengths and ranks fit any.</param>
    public bool IsCompatibleWith(Shape other)
    {
        if (dims is null || other.dims is null)
            return true;
        if (dims.Length != other.dims.Length)
            return false;
        for (int i = 0; i < dims.Length; i++)
            if (dims[i] >= 0 && other.dims[i] >= 0 && dims[i] != other.dims[i])
                return false;
        return true;
    }

    /// <summary>What is known of a tensor that has both shapes.</summary>
    /// <param name="other">The other shape.</param>
    /// <exception cref="ArgumentException">No tensor can have both.</exception>
    public Shape MergeWith(Shape other)
    {
        if (!IsCompatibleWith(other))
            throw new ArgumentException($"Shapes {this} and {other} cannot be those of one tensor.");
        if (dims is null)
            return other;
        if (other.dims is null)
            return this;
        var merged = (long[])dims.Clone();
        for (int i = 0; i < merged.Length; i++)
            if (merged[i] < 0)
                merged[i] = other.dims[i];
        return new Shape(merged);
    }

    /// <summary>The dimensions as an array, -1 where unknown.</summary>
    public long[] ToArray() => Dims.ToArray();

    /// <inheritdoc/>
    public bool Equals(Shape? other) =>
        other is not null && (dims is null ? other.dims is null : other.dims is not null && dims.AsSpan().SequenceEqual(other.dims));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Shape other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (long dim in dims ?? [])
            hash.Add(dim);
        return hash.ToHashCode();
    }

    /// <summary>As Python prints it: <c>(None, 28, 28, 1)</c>, <c>(10,)</c>, <c>()</c>, <c>&lt;unknown&gt;</c>.</summary>
    public override string ToString() =>
        dims switch
        {
            null => "<unknown>",
            [var only] => $"({Text(only)},)",
            _ => $"({string.Join(", ", dims.Select(Text))})",
        };

    /// <inheritdoc/>
    public IEnumerator<long?> GetEnumerator()
    {
        foreach (long dim in Dims.ToArray())
            yield return Nullable(dim);
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static long? Nullable(long dim) => dim < 0 ? null : dim;

    private static string Text(long dim) => dim < 0 ? "None" : dim.ToString();
}
