using KerasSharp.Graphs;

namespace KerasSharp.Ops;

public static partial class Op
{
    /// <summary>The index of an extreme along an axis.</summary>
    internal static readonly Dictionary<string, OpDefinition> ArgDefinitions = Table(
        name => new OpDefinition(
            $"{name}(input: T, dimension: Tidx) -> output: output_type | T: type, Tidx: type = int32, output_type: type = int64",
            InferArg
        ),
        ["ArgMax", "ArgMin"]
    );

    /// <summary>The index of the greatest element along an axis; the lowest among equals.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="dimension">The axis, a scalar in [-R, R).</param>
    /// <param name="outputType">int32, int64, int16 or uint16.</param>
    /// <param name="name">A name hint.</param>
    public static Tensor ArgMax(Tensor input, Tensor dimension, DType outputType = DType.Int64, string? name = null) =>
        Make(ArgDefinitions["ArgMax"], [input, dimension], new Attributes { ["output_type"] = outputType }, name);

    /// <summary>The index of the least element along an axis; the lowest among equals.</summary>
    public static Tensor ArgMin(Tensor input, Tensor dimension, DType outputType = DType.Int64, string? name = null) =>
        Make(ArgDefinitions["ArgMin"], [input, dimension], new Attributes { ["output_type"] = outputType }, name);

    private static Shape[] InferArg(InferenceContext context)
    {
        var shape = context.Shape(0);
        if (!shape.HasRank)
            return [Shape.Unknown];
        if (context.Ints(1) is not [var dimension])
            return [Shape.OfRank(shape.Rank - 1)];
        int axis = ShapeRules.Axis(dimension, shape.Rank);
        return [shape.Slice(0, axis).Concat(shape.Slice(axis + 1))];
    }
}
