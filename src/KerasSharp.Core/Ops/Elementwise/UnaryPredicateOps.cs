using KerasSharp.Graphs;

namespace KerasSharp.Ops;

public static partial class Op
{
    /// <summary>Questions about one element, answered by a bool.</summary>
    internal static readonly Dictionary<string, OpDefinition> UnaryPredicateDefinitions = Table(
        name => new OpDefinition($"{name}(x: T) -> y: bool | T: type", ShapeRules.SameAsFirst),
        ["IsNan", "IsInf", "IsFinite"]
    );

    /// <summary>Whether each element is not a number.</summary>
    public static Tensor IsNan(Tensor x, string? name = null) => Make(UnaryPredicateDefinitions["IsNan"], [x], null, name);

    /// <summary>Whether each element is infinite.</summary>
    public static Tensor IsInf(Tensor x, string? name = null) => Make(UnaryPredicateDefinitions["IsInf"], [x], null, name);

    /// <summary>Whether each element is neither infinite nor NaN.</summary>
    public static Tensor IsFinite(Tensor x, string? name = null) => Make(UnaryPredicateDefinitions["IsFinite"], [x], null, name);
}
