using System.Diagnostics.CodeAnalysis;
using KerasSharp.Graphs;

namespace KerasSharp.Gradients;

/// <summary>The gradient rule of every op, or that it has none.</summary>
public static class GradientTable
{
    private static readonly Dictionary<string, GradientRule> Rules = Build();

    /// <summary>The rule of an op, if it has one.</summary>
    public static bool TryGet(string op, [NotNullWhen(true)] out GradientRule? rule) => Rules.TryGetValue(op, out rule);

    /// <summary>Whether an op is listed as having no gradient.</summary>
    public static bool IsNotDifferentiable(string op) => NotDifferentiable.Ops.Contains(op);

    /// <summary>Ops that have neither a rule nor a place in the list of those without: a fault of this library, and a failing test.</summary>
    public static IEnumerable<string> Missing =>
        OpTable
            .All.Where(definition => definition.Decompose is null)
            .Select(definition => definition.Name)
            .Where(name => !Rules.ContainsKey(name) && !IsNotDifferentiable(name));

    private static Dictionary<string, GradientRule> Build()
    {
        var table = new Dictionary<string, GradientRule>(StringComparer.Ordinal);
        foreach (var family in GradientFamilies.All)
        foreach (var (op, rule) in family.Value)
            if (!table.TryAdd(op, rule))
                throw new InvalidOperationException($"The gradient of {op} stands twice; the second time in {family.Key}.");
        return table;
    }
}
