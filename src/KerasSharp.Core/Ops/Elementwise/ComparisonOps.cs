using KerasSharp.Graphs;

namespace KerasSharp.Ops;

public static partial class Op
{
    /// <summary>Comparisons of two elements, broadcast.</summary>
    internal static readonly Dictionary<string, OpDefinition> ComparisonDefinitions = Table(
        name => new OpDefinition($"{name}(x: T, y: T) -> z: bool | T: type", ShapeRules.BroadcastBinary) { Broadcasts = true },
        ["Less", "LessEqual", "Greater", "GreaterEqual"]
    );

    /// <summary>Equality, which may be asked of shapes that do not broadcast: the answer is then one bool.</summary>
    internal static readonly Dictionary<string, OpDefinition> EqualityDefinitions = Table(
        name => new OpDefinition($"{name}(x: T, y: T) -> z: bool | T: type, incompatible_shape_error: bool = true", InferEquality)
        {
            Broadcasts = true,
        },
        ["Equal", "NotEqual"]
    );

    internal static readonly Dictionary<string, OpDefinition> LogicalDefinitions = Table([
        new("LogicalAnd(x: bool, y: bool) -> z: bool", ShapeRules.BroadcastBinary) { Broadcasts = true },
        new("LogicalOr(x: bool, y: bool) -> z: bool", ShapeRules.BroadcastBinary) { Broadcasts = true },
        new("LogicalNot(x: bool) -> y: bool", ShapeRules.SameAsFirst),
    ]);

    /// <summary>Whether elements are equal.</summary>
    public static Tensor Equal(Tensor x, Tensor y, string? name = null) => Make(EqualityDefinitions["Equal"], [x, y], null, name);

    /// <summary>Whether elements differ.</summary>
    public static Tensor NotEqual(Tensor x, Tensor y, string? name = null) => Make(EqualityDefinitions["NotEqual"], [x, y], null, name);

    /// <summary>Whether x is less than y.</summary>
    public static Tensor Less(Tensor x, Tensor y, string? name = null) => Make(ComparisonDefinitions["Less"], [x, y], null, name);

    /// <summary>Whether x is at most y.</summary>
    public static Tensor LessEqual(Tensor x, Tensor y, string? name = null) => Make(ComparisonDefinitions["LessEqual"], [x, y], null, name);

    /// <summary>Whether x is greater than y.</summary>
    public static Tensor Greater(Tensor x, Tensor y, string? name = null) => Make(ComparisonDefinitions["Greater"], [x, y], null, name);

    /// <summary>Whether x is at least y.</summary>
    public static Tensor GreaterEqual(Tensor x, Tensor y, string? name = null) =>
        Make(ComparisonDefinitions["GreaterEqual"], [x, y], null, name);

    /// <summary>Whether both are true.</summary>
    public static Tensor LogicalAnd(Tensor x, Tensor y, string? name = null) => Make(LogicalDefinitions["LogicalAnd"], [x, y], null, name);

    /// <summary>Whether either is true.</summary>
    public static Tensor LogicalOr(Tensor x, Tensor y, string? name = null) => Make(LogicalDefinitions["LogicalOr"], [x, y], null, name);

    /// <summary>Whether it is false.</summary>
    public static Tensor LogicalNot(Tensor x, string? name = null) => Make(LogicalDefinitions["LogicalNot"], [x], null, name);

    private static Shape[] InferEquality(InferenceContext context)
    {
        try
        {
            return [ShapeRules.Broadcast(context.Shape(0), context.Shape(1))];
        }
        catch (ShapeException) when (!context.Attr<bool>("incompatible_shape_error"))
        {
            return [Shape.Scalar];
        }
    }
}
