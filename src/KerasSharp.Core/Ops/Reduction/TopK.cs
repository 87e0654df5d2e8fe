using KerasSharp.Graphs;

namespace KerasSharp.Ops;

public static partial class Op
{
    internal static readonly OpDefinition TopKV2Definition = new(
        "TopKV2(input: T, k: Tk) -> values: T, indices: index_type | sorted: bool = true, T: type, Tk: type = int32, index_type: type = int32",
        InferTopK
    );

    internal static readonly OpDefinition InTopKDefinition = new(
        "InTopK(predictions: float32, targets: T) -> precision: bool | k: int, T: type = int32",
        context => [context.WithRank(1, 1)]
    );

    internal static readonly OpDefinition InTopKV2Definition = new(
        "InTopKV2(predictions: float32, targets: T, k: T) -> precision: bool | T: type = int32",
        context => [context.WithRank(1, 1)]
    );

    internal static readonly OpDefinition NthElementDefinition = new(
        "NthElement(input: T, n: int32) -> values: T | reverse: bool = false, T: type",
        context => [context.Shape(0).HasRank ? context.Shape(0).Slice(0, context.Shape(0).Rank - 1) : Shape.Unknown]
    );

    /// <summary>The k greatest elements along the last axis and their indices, greatest first; the lower index first among equals.</summary>
    /// <param name="input">A tensor of rank 1 or more.</param>
    /// <param name="k">How many, a scalar, at most the length of the last axis.</param>
    /// <param name="sorted">Whether the order matters; they come sorted in any case.</param>
    /// <param name="indexType">int32, int64 or int16.</param>
    /// <param name="name">A name hint.</param>
    public static (Tensor Values, Tensor Indices) TopKV2(
        Tensor input,
        Tensor k,
        bool sorted = true,
        DType indexType = DType.Int32,
        string? name = null
    )
    {
        var outputs = MakeMany(TopKV2Definition, [input, k], new Attributes { ["sorted"] = sorted, ["index_type"] = indexType }, name);
        return (outputs[0], outputs[1]);
    }

    /// <summary>Whether the target's prediction is among the k greatest of its row, counting ties as in; false where it is not finite.</summary>
    public static Tensor InTopK(Tensor predictions, Tensor targets, int k, string? name = null) =>
        Make(InTopKDefinition, [predictions, targets], new Attributes { ["k"] = k }, name);

    /// <summary>As <see cref="InTopK"/>, with k a tensor.</summary>
    public static Tensor InTopKV2(Tensor predictions, Tensor targets, Tensor k, string? name = null) =>
        Make(InTopKV2Definition, [predictions, targets, k], null, name);

    /// <summary>The element that would stand at index n of the last axis if it were sorted, ascending or (reverse) descending.</summary>
    public static Tensor NthElement(Tensor input, Tensor n, bool reverse = false, string? name = null) =>
        Make(NthElementDefinition, [input, n], new Attributes { ["reverse"] = reverse }, name);

    private static Shape[] InferTopK(InferenceContext context)
    {
        var shape = context.Shape(0);
        if (!shape.HasRank)
            return [Shape.Unknown, Shape.Unknown];
        if (shape.Rank == 0)
            throw new ShapeException("input must have rank 1 or more");
        long k = context.Ints(1) is [var count] ? count : -1;
        if (shape[-1] >= 0 && k > shape[-1])
            throw new ShapeException($"k is {k}, but the last axis of shape {shape} has {shape[-1]} elements");
        return [shape.With(-1, k), shape.With(-1, k)];
    }
}
