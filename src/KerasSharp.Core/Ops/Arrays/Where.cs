using KerasSharp.Graphs;

namespace KerasSharp.Ops;

public static partial class Op
{
    internal static readonly OpDefinition WhereDefinition = new(
        "Where(input: T) -> index: int64 | T: type = bool",
        context => [Shape.Of(-1, context.Shape(0).HasRank ? context.Shape(0).Rank : -1)]
    );

    internal static readonly OpDefinition SelectDefinition = new(
        "Select(condition: bool, t: T, e: T) -> output: T | T: type",
        context => [ShapeRules.Merge(context.Shape(1), context.Shape(2), "t and e")]
    );

    /// <summary>The indices of all elements that are not 0 or false, in row order: [count, rank].</summary>
    public static Tensor Where(Tensor input, string? name = null) => Make(WhereDefinition, [input], null, name);

    /// <summary>The older <see cref="SelectV2"/>: t and e have one shape, the condition has it too, or is a vector over their rows, or a scalar.</summary>
    public static Tensor Select(Tensor condition, Tensor t, Tensor e, string? name = null) =>
        Make(SelectDefinition, [condition, t, e], null, name);
}
