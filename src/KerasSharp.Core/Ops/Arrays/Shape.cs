using KerasSharp.Graphs;

namespace KerasSharp.Ops;

public static partial class Op
{
    internal static readonly OpDefinition ShapeDefinition = new(
        "Shape(input: T) -> output: out_type | T: type, out_type: type = int32",
        context => [Shape.Of(context.Shape(0).HasRank ? context.Shape(0).Rank : -1)]
    );

    /// <summary>The lengths of the dimensions, as a vector. A constant where the shape is known.</summary>
    public static Tensor ShapeOf(Tensor input, string? name = null) =>
        input.Shape.IsDefined ? Ints(input.Shape.Dims) : Make(ShapeDefinition, [input], null, name);
}
