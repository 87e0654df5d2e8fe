using KerasSharp.Graphs;

namespace KerasSharp.Ops;

public static partial class Op
{
    internal static readonly OpDefinition SizeDefinition = new(
        "Size(input: T) -> output: out_type | T: type, out_type: type = int32",
        ShapeRules.ScalarOutput
    );

    internal static readonly OpDefinition ShapeNDefinition = new(
        "ShapeN(input: N*T) -> output: N*out_type | N: int, T: type, out_type: type = int32",
        context => [.. Enumerable.Range(0, context.InputCount).Select(i => Shape.Of(context.Shape(i).HasRank ? context.Shape(i).Rank : -1))]
    );

    internal static readonly OpDefinition BroadcastArgsDefinition = new(
        "BroadcastArgs(s0: T, s1: T) -> r0: T | T: type = int32",
        context =>
        {
            var (first, second) = (context.WithRank(0, 1)[0], context.WithRank(1, 1)[0]);
            return [Shape.Of(first < 0 || second < 0 ? -1 : Math.Max(first, second))];
        }
    );

    internal static readonly OpDefinition EnsureShapeDefinition = new(
        "EnsureShape(input: T) -> output: T | shape: shape, T: type",
        context => [ShapeRules.Merge(context.Shape(0), context.Attr<Shape>("shape"), "the tensor and the shape asked for")]
    );

    /// <summary>The number of elements. A constant where it is known.</summary>
    public static Tensor Size(Tensor input, DType outType = DType.Int32, string? name = null) =>
        input.Shape.IsDefined
            ? Constant(input.Shape.Size, outType)
            : Make(SizeDefinition, [input], new Attributes { ["out_type"] = outType }, name);

    /// <summary>The shape of each of several tensors.</summary>
    public static IReadOnlyList<Tensor> ShapeN(IReadOnlyList<Tensor> input, DType outType = DType.Int32, string? name = null) =>
        MakeMany(ShapeNDefinition, input, new Attributes { ["out_type"] = outType }, name);

    /// <summary>The shape that two shapes broadcast to.</summary>
    public static Tensor BroadcastArgs(Tensor s0, Tensor s1, string? name = null) => Make(BroadcastArgsDefinition, [s0, s1], null, name);

    /// <summary>The same tensor, known to have a shape; running fails where it has another.</summary>
    public static Tensor EnsureShape(Tensor input, Shape shape, string? name = null) =>
        Make(EnsureShapeDefinition, [input], new Attributes { ["shape"] = shape }, name);
}
