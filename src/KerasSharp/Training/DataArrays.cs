using System.Collections;
using System.Runtime.CompilerServices;
using NumSharp;

namespace KerasSharp;

/// <summary>
/// The arrays of a model's inputs, targets or weights: one array, or a list in the model's order (<c>[texts, questions]</c>). NumSharp arrays, or
/// plain C# arrays of numbers.
/// </summary>
[CollectionBuilder(typeof(DataArrays), nameof(Create))]
public sealed class DataArrays : IEnumerable<NDArray>
{
    private readonly NDArray[] arrays;

    private DataArrays(NDArray[] arrays) => this.arrays = arrays;

    /// <summary>The number of arrays.</summary>
    public int Count => arrays.Length;

    /// <summary>The array at a place.</summary>
    public NDArray this[int index] => arrays[index];

    /// <summary>A list of arrays; what a collection expression calls.</summary>
    public static DataArrays Create(ReadOnlySpan<NDArray> arrays) => new(arrays.ToArray());

    /// <summary>One array.</summary>
    public static implicit operator DataArrays(NDArray array) => new([array]);

    /// <summary>One plain C# array of numbers, of any rank.</summary>
    public static implicit operator DataArrays(Array array) => new([new NDArray(array)]);

    /// <inheritdoc/>
    public IEnumerator<NDArray> GetEnumerator() => ((IEnumerable<NDArray>)arrays).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
