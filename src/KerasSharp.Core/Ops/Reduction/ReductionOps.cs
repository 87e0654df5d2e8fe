using KerasSharp.Graphs;

namespace KerasSharp.Ops;

/// <summary>The ops of the family Reduction.</summary>
internal static class ReductionOps
{
    public static IReadOnlyList<OpDefinition> All => [.. Op.ReductionDefinitions.Values];
}
