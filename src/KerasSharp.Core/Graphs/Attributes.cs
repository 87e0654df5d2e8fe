using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace KerasSharp.Graphs;

/// <summary>
/// The attributes of an operation, by TensorFlow's names. Values are <see cref="long"/>, <see cref="double"/>, <see cref="bool"/>,
/// <see cref="string"/>, <see cref="DType"/>, <see cref="Shape"/>, <see cref="TensorValue"/>, <see cref="GraphFunction"/>,
/// <see cref="Variable"/>, or arrays of the first six. Written as <c>new() { ["axis"] = 1L }</c>; sealed once an operation has it.
/// </summary>
public sealed class Attributes : IEnumerable<KeyValuePair<string, object>>
{
    private readonly SortedDictionary<string, object> values = new(StringComparer.Ordinal);

    /// <summary>The value under a name. Setting converts an <see cref="int"/> to long and a <see cref="float"/> to double.</summary>
    /// <exception cref="KeyNotFoundException">There is no such attribute.</exception>
    public object this[string name]
    {
        get => values.TryGetValue(name, out var value) ? value : throw new KeyNotFoundException($"There is no attribute '{name}'.");
        set =>
            values[name] = value switch
            {
                int number => (long)number,
                float number => (double)number,
                _ => value,
            };
    }

    /// <summary>The value under a name as T.</summary>
    /// <exception cref="InvalidCastException">The attribute is of another type.</exception>
    public T Get<T>(string name) =>
        this[name] is T value
            ? value
            : throw new InvalidCastException($"Attribute '{name}' is a {this[name].GetType().Name}, not a {typeof(T).Name}.");

    /// <summary>The value under a name as T, or a default where there is none.</summary>
    public T Get<T>(string name, T fallback) => values.ContainsKey(name) ? Get<T>(name) : fallback;

    /// <summary>The value under a name, if there is one.</summary>
    public bool TryGet(string name, [NotNullWhen(true)] out object? value) => values.TryGetValue(name, out value);

    /// <summary>True where an attribute of the name is set.</summary>
    public bool Contains(string name) => values.ContainsKey(name);

    /// <summary>For collection initializers.</summary>
    public void Add(string name, object value) => this[name] = value;

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, object>> GetEnumerator() => values.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
