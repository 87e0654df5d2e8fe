using KerasSharp.Graphs;

namespace KerasSharp.Ops;

public static partial class Op
{
    internal static readonly OpDefinition L2LossDefinition = new("L2Loss(t: T) -> output: T | T: type", ShapeRules.ScalarOutput);

    /// <summary>Half the sum of the squares of all elements.</summary>
    public static Tensor L2Loss(Tensor t, string? name = null) => Make(L2LossDefinition, [t], null, name);
}
