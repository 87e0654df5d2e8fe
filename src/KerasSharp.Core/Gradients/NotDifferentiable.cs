namespace KerasSharp.Gradients;

/// <summary>Ops through which no gradient flows: their result is piecewise constant, an index, a predicate, a random draw or state.</summary>
internal static class NotDifferentiable
{
    public static readonly HashSet<string> Ops = new(StringComparer.Ordinal)
    {
        "Const",
        "Placeholder",
        "StopGradient",
        "VarHandleOp",
        "ReadVariableOp",
        "Shape",
        "Rank",
        "Range",
        "InvertPermutation",
        "Mod",
        "TruncateMod",
        "ZerosLike",
        "OnesLike",
        "BroadcastGradientArgs",
        "Equal",
        "NotEqual",
        "Less",
        "LessEqual",
        "Greater",
        "GreaterEqual",
        "LogicalAnd",
        "LogicalOr",
        "LogicalNot",
        "IsNan",
        "IsInf",
        "IsFinite",
        "All",
        "Any",
    };
}
