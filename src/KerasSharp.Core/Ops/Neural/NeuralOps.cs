using KerasSharp.Graphs;

namespace KerasSharp.Ops;

/// <summary>The ops of the family Neural.</summary>
internal static class NeuralOps
{
    public static IReadOnlyList<OpDefinition> All => [Op.LstmDefinition, Op.LstmGradDefinition];
}
