using KerasSharp.Graphs;

namespace KerasSharp.Ops;

/// <summary>The ops of the family Math.</summary>
internal static class MathOps
{
    public static IReadOnlyList<OpDefinition> All =>
        [
            Op.MatMulDefinition,
            .. Op.BatchMatMulDefinitions.Values,
            Op.EinsumDefinition,
            Op.ClipByValueDefinition,
            Op.CrossDefinition,
            Op.ApproximateEqualDefinition,
            Op.PopulationCountDefinition,
            .. Op.BoundDefinitions.Values,
            Op.BucketizeDefinition,
            .. Op.LinearAlgebraDefinitions.Values,
        ];
}
