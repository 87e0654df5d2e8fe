using System.Diagnostics.CodeAnalysis;

namespace KerasSharp.Graphs;

/// <summary>All ops by name, from the explicit lists of the families.</summary>
public static class OpTable
{
    private static readonly Dictionary<string, OpDefinition> Definitions = Build();

    /// <summary>Every op, in no order.</summary>
    public static IReadOnlyCollection<OpDefinition> All => Definitions.Values;

    /// <summary>The op of a name.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public static OpDefinition Get(string name) =>
        Definitions.TryGetValue(name, out var definition) ? definition : throw new KeyNotFoundException($"KerasSharp has no op '{name}'.");

    /// <summary>The op of a name, if there is one.</summary>
    public static bool TryGet(string name, [NotNullWhen(true)] out OpDefinition? definition) =>
        Definitions.TryGetValue(name, out definition);

    private static Dictionary<string, OpDefinition> Build()
    {
        var table = new Dictionary<string, OpDefinition>(StringComparer.Ordinal);
        foreach (var family in OpFamilies.All)
        foreach (var definition in family.Value)
            if (!table.TryAdd(definition.Name, definition))
                throw new InvalidOperationException($"Op {definition.Name} stands twice in the op table; the second time in {family.Key}.");
        return table;
    }
}
