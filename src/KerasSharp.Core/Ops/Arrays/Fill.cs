using KerasSharp.Graphs;

namespace KerasSharp.Ops;

public static partial class Op
{
    internal static readonly OpDefinition FillDefinition = new(
        "Fill(dims: index_type, value: T) -> output: T | T: type, index_type: type = int32",
        context => [ShapeRules.FromInts(context, 0)]
    );

    internal static readonly OpDefinition ZerosLikeDefinition = new("ZerosLike(x: T) -> y: T | T: type", ShapeRules.SameAsFirst);

    internal static readonly OpDefinition OnesLikeDefinition = new("OnesLike(x: T) -> y: T | T: type", ShapeRules.SameAsFirst);

    /// <summary>One value repeated over a shape.</summary>
    public static Tensor Fill(Tensor dims, Tensor value, string? name = null) => Make(FillDefinition, [dims, value], null, name);

    /// <summary>Zeros of the shape and type of x.</summary>
    public static Tensor ZerosLike(Tensor x, string? name = null) => Make(ZerosLikeDefinition, [x], null, name);

    /// <summary>Ones of the shape and type of x.</summary>
    public static Tensor OnesLike(Tensor x, string? name = null) => Make(OnesLikeDefinition, [x], null, name);
}
