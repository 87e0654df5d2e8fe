using KerasSharp.Graphs;

namespace KerasSharp.Ops;

public static partial class Op
{
    internal static readonly OpDefinition RankDefinition = new("Rank(input: T) -> output: int32 | T: type", ShapeRules.ScalarOutput);

    /// <summary>The number of dimensions. A constant where it is known.</summary>
    public static Tensor Rank(Tensor input, string? name = null) =>
        input.Shape.HasRank ? Int(input.Shape.Rank) : Make(RankDefinition, [input], null, name);
}
