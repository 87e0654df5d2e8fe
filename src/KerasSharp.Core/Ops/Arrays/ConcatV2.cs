using KerasSharp.Graphs;

namespace KerasSharp.Ops;

public static partial class Op
{
    internal static readonly OpDefinition ConcatV2Definition = new(
        "ConcatV2(values: N*T, axis: Tidx) -> output: T | N: int, T: type, Tidx: type = int32",
        context => InferConcat(context, 0, context.InputCount - 1)
    );

    internal static readonly OpDefinition ConcatDefinition = new(
        "Concat(concat_dim: int32, values: N*T) -> output: T | N: int, T: type",
        context => InferConcat(context, 1, 0)
    );

    internal static readonly OpDefinition ConcatOffsetDefinition = new(
        "ConcatOffset(concat_dim: int32, shape: N*shape_type) -> offset: N*shape_type | N: int, shape_type: type = int32",
        context => [.. Enumerable.Range(1, context.InputCount - 1).Select(context.Shape)]
    );

    /// <summary>Tensors joined along an axis; their other lengths are equal.</summary>
    /// <param name="values">At least one tensor of rank 1 or more.</param>
    /// <param name="axis">The axis, in [-R, R).</param>
    /// <param name="name">A name hint.</param>
    public static Tensor ConcatV2(IReadOnlyList<Tensor> values, Tensor axis, string? name = null) =>
        Make(ConcatV2Definition, [.. values, axis], null, name);

    /// <summary>Tensors joined along an axis; their other lengths are equal.</summary>
    public static Tensor ConcatV2(IReadOnlyList<Tensor> values, int axis, string? name = null) => ConcatV2(values, Int(axis), name);

    /// <summary>The older <see cref="ConcatV2(IReadOnlyList{Tensor}, Tensor, string?)"/>.</summary>
    public static Tensor Concat(Tensor concatDim, IReadOnlyList<Tensor> values, string? name = null) =>
        Make(ConcatDefinition, [concatDim, .. values], null, name);

    /// <summary>Where each of some tensors begins in their concatenation: for every shape a vector that is 0 except along the axis.</summary>
    public static IReadOnlyList<Tensor> ConcatOffset(Tensor concatDim, IReadOnlyList<Tensor> shape, string? name = null) =>
        MakeMany(ConcatOffsetDefinition, [concatDim, .. shape], null, name);

    private static Shape[] InferConcat(InferenceContext context, int first, int axisInput)
    {
        var shapes = Enumerable.Range(first, context.InputCount - 1).Select(context.Shape).ToArray();
        if (Array.Find(shapes, shape => shape.HasRank) is not { } known)
            return [Shape.Unknown];
        if (context.Ints(axisInput) is not [var axisValue])
            return [Shape.OfRank(known.Rank)];
        int axis = ShapeRules.Axis(axisValue, known.Rank);
        var merged = known.With(axis, -1);
        long length = 0;
        foreach (var shape in shapes)
        {
            if (shape.HasRank && shape.Rank == known.Rank)
                merged = ShapeRules.Merge(merged, shape.With(axis, -1), $"all but axis {axis} of the tensors joined");
            else if (shape.HasRank)
                throw new ShapeException($"the tensors joined must have equal rank, but their shapes are {known} and {shape}");
            length = length < 0 || !shape.HasRank || shape[axis] < 0 ? -1 : length + shape[axis];
        }
        return [merged.With(axis, length)];
    }
}
