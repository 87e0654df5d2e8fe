using KerasSharp.Graphs;

namespace KerasSharp.Ops;

public static partial class Op
{
    internal static readonly OpDefinition SqueezeDefinition = new(
        "Squeeze(input: T) -> output: T | T: type, squeeze_dims: list(int) = []",
        InferSqueeze
    );

    internal static readonly OpDefinition ExpandDimsDefinition = new(
        "ExpandDims(input: T, dim: Tdim) -> output: T | T: type, Tdim: type = int32",
        InferExpandDims
    );

    /// <summary>A tensor without axes of length 1: without the named ones, or without all if none is named.</summary>
    public static Tensor Squeeze(Tensor input, params ReadOnlySpan<long> squeezeDims) =>
        Make(SqueezeDefinition, [input], new Attributes { ["squeeze_dims"] = squeezeDims.ToArray() });

    /// <summary>A tensor with an axis of length 1 put in.</summary>
    /// <param name="input">A tensor of rank R.</param>
    /// <param name="dim">Where the axis stands in the result, a scalar in [-(R+1), R].</param>
    /// <param name="name">A name hint.</param>
    public static Tensor ExpandDims(Tensor input, Tensor dim, string? name = null) => Make(ExpandDimsDefinition, [input, dim], null, name);

    /// <summary>A tensor with an axis of length 1 put in, which stands at dim in the result.</summary>
    public static Tensor ExpandDims(Tensor input, int dim, string? name = null) => ExpandDims(input, Int(dim), name);

    private static Shape[] InferSqueeze(InferenceContext context)
    {
        var shape = context.Shape(0);
        if (!shape.HasRank)
            return [Shape.Unknown];
        var named = context.Attr<long[]>("squeeze_dims");
        if (named.Length == 0)
            return [shape.IsDefined ? Shape.Of([.. shape.ToArray().Where(length => length != 1)]) : Shape.Unknown];
        var axes = named.Select(axis => ShapeRules.Axis(axis, shape.Rank)).ToHashSet();
        foreach (int axis in axes)
            if (shape[axis] is not (1 or -1))
                throw new ShapeException($"axis {axis} of shape {shape} has length {shape[axis]}, not 1");
        return [Shape.Of([.. shape.ToArray().Where((_, axis) => !axes.Contains(axis))])];
    }

    private static Shape[] InferExpandDims(InferenceContext context)
    {
        var shape = context.Shape(0);
        if (!shape.HasRank)
            return [Shape.Unknown];
        if (context.Ints(1) is not [var dim])
            return [Shape.OfRank(shape.Rank + 1)];
        int axis = ShapeRules.Axis(dim, shape.Rank + 1);
        return [shape.Slice(0, axis).Concat([1]).Concat(shape.Slice(axis))];
    }
}
