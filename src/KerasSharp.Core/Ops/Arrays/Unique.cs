using KerasSharp.Graphs;

namespace KerasSharp.Ops;

public static partial class Op
{
    /// <summary>Distinct elements, or distinct slices (V2), with where each element went and how often each came.</summary>
    internal static readonly Dictionary<string, OpDefinition> UniqueDefinitions = Table([
        new("Unique(x: T) -> y: T, idx: out_idx | T: type, out_idx: type = int32", context => InferUnique(context, false)),
        new(
            "UniqueV2(x: T, axis: Taxis) -> y: T, idx: out_idx | T: type, Taxis: type = int64, out_idx: type = int32",
            context => InferUnique(context, false)
        ),
        new(
            "UniqueWithCounts(x: T) -> y: T, idx: out_idx, count: out_idx | T: type, out_idx: type = int32",
            context => InferUnique(context, true)
        ),
        new(
            "UniqueWithCountsV2(x: T, axis: Taxis) -> y: T, idx: out_idx, count: out_idx | T: type, Taxis: type = int64, out_idx: type = int32",
            context => InferUnique(context, true)
        ),
    ]);

    internal static readonly OpDefinition ListDiffDefinition = new(
        "ListDiff(x: T, y: T) -> out: T, idx: out_idx | T: type, out_idx: type = int32",
        _ => [Shape.OfRank(1), Shape.OfRank(1)]
    );

    /// <summary>The distinct elements of a vector in the order of their first appearance, and for each element which of them it is.</summary>
    public static (Tensor Y, Tensor Idx) Unique(Tensor x, DType outIdx = DType.Int32, string? name = null)
    {
        var outputs = MakeMany(UniqueDefinitions["Unique"], [x], new Attributes { ["out_idx"] = outIdx }, name);
        return (outputs[0], outputs[1]);
    }

    /// <summary>The distinct slices along an axis (a vector of at most one number; empty for a vector x), as <see cref="Unique"/>.</summary>
    public static (Tensor Y, Tensor Idx) UniqueV2(Tensor x, Tensor axis, DType outIdx = DType.Int32, string? name = null)
    {
        var outputs = MakeMany(UniqueDefinitions["UniqueV2"], [x, axis], new Attributes { ["out_idx"] = outIdx }, name);
        return (outputs[0], outputs[1]);
    }

    /// <summary>As <see cref="Unique"/>, and how often each distinct element came.</summary>
    public static (Tensor Y, Tensor Idx, Tensor Count) UniqueWithCounts(Tensor x, DType outIdx = DType.Int32, string? name = null)
    {
        var outputs = MakeMany(UniqueDefinitions["UniqueWithCounts"], [x], new Attributes { ["out_idx"] = outIdx }, name);
        return (outputs[0], outputs[1], outputs[2]);
    }

    /// <summary>As <see cref="UniqueV2"/>, and how often each distinct slice came.</summary>
    public static (Tensor Y, Tensor Idx, Tensor Count) UniqueWithCountsV2(
        Tensor x,
        Tensor axis,
        DType outIdx = DType.Int32,
        string? name = null
    )
    {
        var outputs = MakeMany(UniqueDefinitions["UniqueWithCountsV2"], [x, axis], new Attributes { ["out_idx"] = outIdx }, name);
        return (outputs[0], outputs[1], outputs[2]);
    }

    /// <summary>The elements of the vector x that are not in y, in order, and their indices in x.</summary>
    public static (Tensor Out, Tensor Idx) ListDiff(Tensor x, Tensor y, DType outIdx = DType.Int32, string? name = null)
    {
        var outputs = MakeMany(ListDiffDefinition, [x, y], new Attributes { ["out_idx"] = outIdx }, name);
        return (outputs[0], outputs[1]);
    }

    private static Shape[] InferUnique(InferenceContext context, bool counts)
    {
        var (distinct, index) = (Shape.OfRank(1), context.InputCount == 1 ? context.WithRank(0, 1) : Shape.OfRank(1));
        var shape = context.Shape(0);
        if (context.InputCount == 2 && context.Ints(1) is { Length: 1 } axes && shape.HasRank)
        {
            int axis = ShapeRules.Axis(axes[0], shape.Rank);
            (distinct, index) = (shape.With(axis, -1), Shape.Of(shape[axis]));
        }
        else if (context.InputCount == 2 && context.Ints(1) is null)
            distinct = Shape.Unknown;
        else if (shape is { HasRank: true, Rank: 1 })
            index = shape;
        return counts ? [distinct, index, Shape.OfRank(1)] : [distinct, index];
    }
}
