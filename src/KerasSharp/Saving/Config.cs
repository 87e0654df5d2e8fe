using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace KerasSharp.Saving;

/// <summary>
/// A JSON object as Keras's files have them: names and values in the order in which they were added. A value is null, a
/// <see cref="bool"/>, <see cref="long"/>, <see cref="double"/>, <see cref="string"/>, another <see cref="Config"/> or a list of such values;
/// other numbers, shapes, sequences, data types and Keras objects are converted when they are set.
/// </summary>
public sealed class Config : IEnumerable<KeyValuePair<string, object?>>
{
    private readonly OrderedDictionary<string, object?> values = [];
    private readonly HashSet<string> asked = [];

    /// <summary>The number of entries.</summary>
    public int Count => values.Count;

    /// <summary>The names, in order.</summary>
    public IEnumerable<string> Keys => values.Keys;

    /// <summary>The names that nobody has asked for, one by one, so far.</summary>
    internal IEnumerable<string> Unread => values.Keys.Where(key => !asked.Contains(key));

    /// <summary>The value of a name; null where there is none. Setting an existing name keeps its place.</summary>
    /// <exception cref="NotSupportedException">A value of that type has no JSON form.</exception>
    public object? this[string key]
    {
        get => TryGet(key, out var value) ? value : null;
        set => values[key] = ConfigValues.Normalize(value);
    }

    /// <summary>Adds or replaces an entry.</summary>
    /// <param name="key">The name.</param>
    /// <param name="value">The value; see the class for what it can be.</param>
    public void Add(string key, object? value) => this[key] = value;

    /// <summary>Adds or replaces all entries of another config.</summary>
    /// <returns>This config.</returns>
    /// <param name="other">The entries, in their order.</param>
    public Config With(Config other)
    {
        foreach (var (key, value) in other)
            values[key] = value;
        return this;
    }

    /// <summary>True where there is such an entry, even null.</summary>
    /// <param name="key">The name.</param>
    public bool Contains(string key) => TryGet(key, out _);

    /// <summary>The value of a name, if there is such an entry.</summary>
    /// <param name="key">The name.</param>
    /// <param name="value">The value, or null where there is no such entry.</param>
    public bool TryGet(string key, [MaybeNullWhen(false)] out object? value)
    {
        asked.Add(key);
        return values.TryGetValue(key, out value);
    }

    /// <summary>Removes an entry; false where there was none.</summary>
    /// <param name="key">The name.</param>
    public bool Remove(string key) => values.Remove(key);

    /// <summary>
    /// The value of a name as a bool, int, long, float, double, string, Config, Shape, DType, int[] (a single number counts as a list
    /// of one), or a nullable of these.
    /// </summary>
    /// <param name="key">The name.</param>
    /// <param name="fallback">What to return where there is no entry, or null stands there and the type has no null.</param>
    /// <exception cref="FormatException">The value cannot be read as that type.</exception>
    public T Get<T>(string key, T fallback)
    {
        if (!TryGet(key, out var value) || (value is null && default(T) is not null))
            return fallback;
        return value is null ? default! : ConfigValues.Convert<T>(key, value);
    }

    /// <summary>The value of a name; see <see cref="Get{T}(string, T)"/>.</summary>
    /// <exception cref="FormatException">There is no such entry, or it cannot be read as that type.</exception>
    public T Get<T>(string key) =>
        TryGet(key, out var value) && (value is not null || default(T) is null)
            ? Get(key, default(T)!)
            : throw new FormatException($"The config has no '{key}'. It has: {string.Join(", ", values.Keys)}.");

    /// <summary>
    /// The Keras object under a name: an initializer, activation, layer, … from its config or its string; null where null stands.
    /// </summary>
    /// <param name="key">The name.</param>
    /// <param name="fallback">What to return where there is no entry.</param>
    public T? GetObject<T>(string key, T? fallback = null)
        where T : class => TryGet(key, out var value) ? KerasObjects.Deserialize<T>(value) : fallback;

    /// <summary>The JSON text, as Python's <c>json.dumps</c> writes it.</summary>
    public override string ToString() => ConfigJson.Write(this);

    /// <summary>Reads the JSON text of an object.</summary>
    /// <param name="json">A JSON object.</param>
    /// <exception cref="FormatException">The text is no JSON object.</exception>
    public static Config Parse(string json) =>
        ConfigJson.Read(json) as Config ?? throw new FormatException("The JSON text is no object: it does not begin with '{'.");

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator() => values.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
