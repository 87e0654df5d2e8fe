using KerasSharp.Graphs;

namespace KerasSharp.Ops;

/// <summary>Shape rules of pooling.</summary>
internal static class PoolShapes
{
    /// <summary>Windows over the first input, by the attributes ksize and strides.</summary>
    public static ShapeRule Forward(int rank) =>
        context => [Pool(context, rank, context.Attr<long[]>("ksize"), context.Attr<long[]>("strides"))];

    /// <summary>Windows over the first input, by the integer inputs ksize and strides.</summary>
    public static ShapeRule ForwardByInputs(int ksizeIndex) =>
        context =>
            context.Ints(ksizeIndex) is { } ksize && context.Ints(ksizeIndex + 1) is { } strides
                ? [Pool(context, 4, ksize, strides)]
                : [Shape.Of(context.WithRank(0, 4)[0], -1, -1, -1)];

    /// <summary>The output has the shape that the first, integer, input gives.</summary>
    public static ShapeRule FromShapeInput(int rank) =>
        context => [ShapeRules.FromInts(context, 0) is { HasRank: true } shape ? shape : Shape.OfRank(rank)];

    private static Shape Pool(InferenceContext context, int rank, long[] ksize, long[] strides) =>
        Shape.Of([.. Windows.OfPool(context.WithRank(0, rank), ksize, strides, context.Attributes).Select(window => window.Output)]);
}
