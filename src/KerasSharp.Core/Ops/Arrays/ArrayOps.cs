using KerasSharp.Graphs;

namespace KerasSharp.Ops;

/// <summary>The ops of the family Arrays.</summary>
internal static class ArrayOps
{
    public static IReadOnlyList<OpDefinition> All =>
        [
            Op.ShapeDefinition,
            Op.ReshapeDefinition,
            Op.FillDefinition,
            Op.ZerosLikeDefinition,
            Op.OnesLikeDefinition,
            Op.BroadcastToDefinition,
            Op.BroadcastGradientArgsDefinition,
            Op.TransposeDefinition,
            Op.InvertPermutationDefinition,
            Op.RankDefinition,
            Op.RangeDefinition,
        ];
}
