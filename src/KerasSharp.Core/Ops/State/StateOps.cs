using KerasSharp.Graphs;

namespace KerasSharp.Ops;

/// <summary>The ops of the family State.</summary>
internal static class StateOps
{
    public static IReadOnlyList<OpDefinition> All => [Op.VarHandleOpDefinition, Op.ReadVariableOpDefinition];
}
