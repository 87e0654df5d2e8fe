using KerasSharp.Graphs;

namespace KerasSharp.Ops;

public static partial class Op
{
    internal static readonly OpDefinition SelectV2Definition = new(
        "SelectV2(condition: bool, t: T, e: T) -> output: T | T: type",
        context => [ShapeRules.Broadcast(context.Shape(0), ShapeRules.Broadcast(context.Shape(1), context.Shape(2)))]
    )
    {
        Broadcasts = true,
    };

    /// <summary>t where the condition is true, else e; all three are broadcast.</summary>
    public static Tensor SelectV2(Tensor condition, Tensor t, Tensor e, string? name = null) =>
        Make(SelectV2Definition, [condition, t, e], null, name);
}
