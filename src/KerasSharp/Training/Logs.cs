namespace KerasSharp;

/// <summary>Losses and metrics by name, in Keras's order: alphabetical, validation after training.</summary>
public sealed class Logs : OrderedDictionary<string, double>
{
    private static readonly Dictionary<string, double[]> None = [];
    private Dictionary<string, double[]>? arrays;

    /// <summary>No values.</summary>
    public Logs() { }

    /// <summary>A copy of other values.</summary>
    public Logs(Logs other)
        : base(other) => arrays = other.arrays is null ? null : new(other.arrays, StringComparer.Ordinal);

    /// <summary>The metrics that have several values, such as F1Score's one a class. Under their name the dictionary has the mean.</summary>
    public IReadOnlyDictionary<string, double[]> Arrays => arrays ?? None;

    /// <summary>Sets a metric with several values.</summary>
    internal void Set(string name, double[] values)
    {
        this[name] = values.Average();
        (arrays ??= new(StringComparer.Ordinal))[name] = values;
    }

    /// <summary>Adds all values of other logs, with something before their names.</summary>
    internal void Add(string prefix, Logs other)
    {
        foreach (var (name, value) in other)
            this[prefix + name] = value;
        foreach (var (name, values) in other.Arrays)
            Set(prefix + name, values);
    }
}
