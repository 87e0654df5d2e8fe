using KerasSharp.Graphs;

namespace KerasSharp.Ops;

public static partial class Op
{
    internal static readonly OpDefinition SplitDefinition = new(
        "Split(split_dim: int32, value: T) -> output: num_split*T | num_split: int, T: type",
        InferSplit
    );

    internal static readonly OpDefinition SplitVDefinition = new(
        "SplitV(value: T, size_splits: Tlen, split_dim: int32) -> output: num_split*T | num_split: int, T: type, Tlen: type = int64",
        InferSplitV
    );

    /// <summary>A tensor cut into parts of equal length along an axis.</summary>
    /// <param name="splitDim">The axis, a scalar in [-R, R).</param>
    /// <param name="value">The tensor; the length of the axis is a multiple of <paramref name="numSplit"/>.</param>
    /// <param name="numSplit">The number of parts, 1 or more.</param>
    /// <param name="name">A name hint.</param>
    public static IReadOnlyList<Tensor> Split(Tensor splitDim, Tensor value, int numSplit, string? name = null) =>
        MakeMany(SplitDefinition, [splitDim, value], new Attributes { ["num_split"] = numSplit }, name);

    /// <summary>A tensor cut into parts of equal length along an axis.</summary>
    public static IReadOnlyList<Tensor> Split(int splitDim, Tensor value, int numSplit, string? name = null) =>
        Split(Int(splitDim), value, numSplit, name);

    /// <summary>A tensor cut into parts of given lengths along an axis.</summary>
    /// <param name="value">The tensor.</param>
    /// <param name="sizeSplits">The lengths, a vector; one may be -1, which is the rest.</param>
    /// <param name="splitDim">The axis, a scalar in [-R, R).</param>
    /// <param name="numSplit">The number of parts: the length of <paramref name="sizeSplits"/>.</param>
    /// <param name="name">A name hint.</param>
    public static IReadOnlyList<Tensor> SplitV(Tensor value, Tensor sizeSplits, Tensor splitDim, int numSplit, string? name = null) =>
        MakeMany(SplitVDefinition, [value, sizeSplits, splitDim], new Attributes { ["num_split"] = numSplit }, name);

    /// <summary>A tensor cut into parts of given lengths along an axis; one length may be -1, which is the rest.</summary>
    public static IReadOnlyList<Tensor> SplitV(Tensor value, ReadOnlySpan<long> sizeSplits, int splitDim, string? name = null) =>
        SplitV(value, Ints(sizeSplits), Int(splitDim), sizeSplits.Length, name);

    private static Shape[] InferSplit(InferenceContext context)
    {
        var shape = context.Shape(1);
        long parts = context.Attr<long>("num_split");
        if (shape.HasRank && context.Ints(0) is [var axisValue])
        {
            int axis = ShapeRules.Axis(axisValue, shape.Rank);
            if (shape[axis] % parts != 0 && shape[axis] >= 0)
                throw new ShapeException($"axis {axis} of shape {shape} cannot be split into {parts} equal parts");
            shape = shape.With(axis, shape[axis] < 0 ? -1 : shape[axis] / parts);
        }
        else if (shape.HasRank)
            shape = Shape.OfRank(shape.Rank);
        return [.. Enumerable.Repeat(shape, (int)parts)];
    }

    private static Shape[] InferSplitV(InferenceContext context)
    {
        var shape = context.Shape(0);
        int parts = (int)context.Attr<long>("num_split");
        if (!shape.HasRank || context.Ints(2) is not [var axisValue])
            return [.. Enumerable.Repeat(shape.HasRank ? Shape.OfRank(shape.Rank) : shape, parts)];
        int axis = ShapeRules.Axis(axisValue, shape.Rank);
        if (context.Ints(1) is not { } sizes)
            return [.. Enumerable.Repeat(shape.With(axis, -1), parts)];
        if (sizes.Length != parts)
            throw new ShapeException($"size_splits has {sizes.Length} lengths for {parts} parts");
        return [.. SplitSizes.Resolve(sizes, shape[axis]).Select(size => shape.With(axis, size))];
    }
}
