namespace KerasSharp.Formats.Keras;

/// <summary>The variables of one object (a layer, a cell, the optimizer, …) in a tree.</summary>
public sealed class WeightGroup
{
    private readonly Dictionary<string, KerasVariable> byKey;

    internal WeightGroup(string path, string? name, IReadOnlyList<KerasVariable> variables)
    {
        (Path, Name, Variables) = (path, name, variables);
        byKey = variables.ToDictionary(variable => variable.Name, StringComparer.Ordinal);
    }

    /// <summary>The object's path, such as <c>layers/lstm/cell</c>; empty for the model itself.</summary>
    public string Path { get; }

    /// <summary>The object's name when it was saved; null where the writer kept none.</summary>
    public string? Name { get; }

    /// <summary>The variables: those with numbers as keys in their order (trainable, then non-trainable), then the others by key.</summary>
    public IReadOnlyList<KerasVariable> Variables { get; }

    /// <summary>The variable of a key such as <c>0</c> or <c>idf_weights</c>; null where there is none.</summary>
    public KerasVariable? Find(string key) => byKey.GetValueOrDefault(key);
}
