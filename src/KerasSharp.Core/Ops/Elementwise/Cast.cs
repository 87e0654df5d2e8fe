using KerasSharp.Graphs;

namespace KerasSharp.Ops;

public static partial class Op
{
    internal static readonly OpDefinition CastDefinition = new(
        "Cast(x: SrcT) -> y: DstT | SrcT: type, DstT: type, Truncate: bool = false",
        ShapeRules.SameAsFirst
    );

    /// <summary>Converts elements to another type; floats to integers toward zero. Nothing is added where the type is the same.</summary>
    public static Tensor Cast(Tensor x, DType dstT, bool truncate = false, string? name = null) =>
        x.DType == dstT ? x : Make(CastDefinition, [x], new Attributes { ["DstT"] = dstT, ["Truncate"] = truncate }, name);
}
