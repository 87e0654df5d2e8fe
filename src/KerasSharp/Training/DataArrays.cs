using System.Collections;
using System.Runtime.CompilerServices;
using NumSharp;

namespace KerasSharp;

/// <summary>
/// The arrays of a model's inputs, targets or weights: one array, a list in the model's order (<c>[texts, questions]</c>), or a dictionary
/// by the names of inputs or outputs. NumSharp arrays, or plain C# arrays of numbers.
/// </summary>
[CollectionBuilder(typeof(DataArrays), nameof(Create))]
public sealed class DataArrays : IEnumerable<NDArray>
{
    private readonly NDArray[] arrays;
    private readonly string[]? names;

    private DataArrays(NDArray[] arrays, string[]? names = null) => (this.arrays, this.names) = (arrays, names);

    /// <summary>The number of arrays.</summary>
    public int Count => arrays.Length;

    /// <summary>The names that came with the arrays; null for a list.</summary>
    public IReadOnlyList<string>? Names => names;

    /// <summary>The array at a place.</summary>
    public NDArray this[int index] => arrays[index];

    /// <summary>A list of arrays; what a collection expression calls.</summary>
    public static DataArrays Create(ReadOnlySpan<NDArray> arrays) => new(arrays.ToArray());

    /// <summary>One array.</summary>
    public static implicit operator DataArrays(NDArray array) => new([array]);

    /// <summary>A list of arrays.</summary>
    public static implicit operator DataArrays(NDArray[] arrays) => new([.. arrays]);

    /// <summary>One plain C# array of numbers, of any rank; it must not be empty.</summary>
    /// <exception cref="ArgumentException">The array is empty or has elements that are no numbers.</exception>
    public static implicit operator DataArrays(Array array) =>
        array is { Length: > 0 } && array.GetType().GetElementType()!.IsPrimitive
            ? new([new NDArray(array)])
            : throw new ArgumentException(
                $"Expected a rectangular C# array of numbers that is not empty; got {array?.GetType().Name ?? "null"} with {array?.Length ?? 0} elements.",
                nameof(array)
            );

    /// <summary>Arrays by the names of the model's inputs or outputs.</summary>
    public static implicit operator DataArrays(Dictionary<string, NDArray> named) => new([.. named.Values], [.. named.Keys]);

    /// <inheritdoc/>
    public IEnumerator<NDArray> GetEnumerator() => ((IEnumerable<NDArray>)arrays).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The arrays in the order of the names; a list as it stands.</summary>
    /// <param name="order">The names of the model's inputs or outputs.</param>
    /// <param name="what">What the arrays are, for messages: <c>Model 'm', x</c>.</param>
    /// <param name="mayLack">Whether a name may have no array; its place is then null.</param>
    /// <exception cref="ArgumentException">A name is unknown or has no array.</exception>
    internal NDArray?[] InOrder(IReadOnlyList<string> order, string what, Func<string, bool> mayLack)
    {
        if (names is null)
            return arrays;
        var unknown = names.FirstOrDefault(name => !order.Contains(name));
        var missing = order.FirstOrDefault(name => !names.Contains(name) && !mayLack(name));
        if (unknown is not null || missing is not null)
            throw new ArgumentException(
                $"{what}: the dictionary has {string.Join(", ", names)}; expected {string.Join(", ", order)}. "
                    + (missing is not null ? $"Add an array for '{missing}'." : $"Rename or remove '{unknown}'.")
            );
        return [.. order.Select(name => Array.IndexOf(names, name) is >= 0 and var at ? arrays[at] : null)];
    }
}
