using KerasSharp.Graphs;

namespace KerasSharp.Ops;

/// <summary>The ops of the family Elementwise.</summary>
internal static class ElementwiseOps
{
    public static IReadOnlyList<OpDefinition> All =>
        [
            .. Op.UnaryDefinitions.Values,
            .. Op.ActivationDefinitions.Values,
            .. Op.UnaryPredicateDefinitions.Values,
            .. Op.BinaryDefinitions.Values,
            .. Op.ComparisonDefinitions.Values,
            .. Op.EqualityDefinitions.Values,
            .. Op.LogicalDefinitions.Values,
            .. Op.ElementGradientDefinitions.Values,
            Op.CastDefinition,
            Op.SelectV2Definition,
            Op.AddNDefinition,
        ];
}
