using KerasSharp.Graphs;

namespace KerasSharp.Ops;

/// <summary>The ops of the family Reduction.</summary>
internal static class ReductionOps
{
    public static IReadOnlyList<OpDefinition> All =>
        [
            .. Op.ReductionDefinitions.Values,
            .. Op.CumulativeDefinitions.Values,
            .. Op.ArgDefinitions.Values,
            Op.TopKV2Definition,
            Op.InTopKDefinition,
            Op.InTopKV2Definition,
            Op.NthElementDefinition,
            .. Op.SegmentDefinitions.Values,
            Op.BincountDefinition,
            Op.DenseBincountDefinition,
            Op.HistogramFixedWidthDefinition,
        ];
}
