using KerasSharp.Graphs;

namespace KerasSharp.Ops;

/// <summary>The ops of the family Math.</summary>
internal static class MathOps
{
    public static IReadOnlyList<OpDefinition> All => [Op.MatMulDefinition];
}
