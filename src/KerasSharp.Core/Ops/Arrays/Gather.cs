using KerasSharp.Graphs;

namespace KerasSharp.Ops;

public static partial class Op
{
    internal static readonly OpDefinition GatherV2Definition = new(
        "GatherV2(params: Tparams, indices: Tindices, axis: Taxis) -> output: Tparams | batch_dims: int = 0, Tparams: type, Tindices: type, Taxis: type",
        context => context.Ints(2) is [var axis] ? [GatherShape(context, axis, context.Attr<long>("batch_dims"))] : [Shape.Unknown]
    );

    internal static readonly OpDefinition GatherDefinition = new(
        "Gather(params: Tparams, indices: Tindices) -> output: Tparams | validate_indices: bool = true, Tparams: type, Tindices: type",
        context => [GatherShape(context, 0, 0)]
    );

    internal static readonly OpDefinition GatherNdDefinition = new(
        "GatherNd(params: Tparams, indices: Tindices) -> output: Tparams | Tparams: type, Tindices: type, bad_indices_policy: string = \"\"",
        InferGatherNd
    );

    /// <summary>Slices of a tensor along an axis, picked by index.</summary>
    /// <param name="params">The tensor, of rank P.</param>
    /// <param name="indices">Indices from 0, of any shape; it takes the place of the axis in the result.</param>
    /// <param name="axis">The axis, a scalar in [-P, P), not before <paramref name="batchDims"/>.</param>
    /// <param name="batchDims">How many leading axes params and indices share; within each, indices pick from that part alone.</param>
    /// <param name="name">A name hint.</param>
    public static Tensor GatherV2(Tensor @params, Tensor indices, Tensor axis, int batchDims = 0, string? name = null) =>
        Make(GatherV2Definition, [@params, indices, axis], new Attributes { ["batch_dims"] = batchDims }, name);

    /// <summary>Slices of a tensor along an axis, picked by index.</summary>
    public static Tensor GatherV2(Tensor @params, Tensor indices, int axis = 0, int batchDims = 0, string? name = null) =>
        GatherV2(@params, indices, Int(axis), batchDims, name);

    /// <summary>Slices of a tensor along the first axis, picked by index: the older op.</summary>
    /// <param name="params">The tensor.</param>
    /// <param name="indices">Indices from 0.</param>
    /// <param name="validateIndices">Has no effect in TensorFlow either: indices are always checked.</param>
    /// <param name="name">A name hint.</param>
    public static Tensor Gather(Tensor @params, Tensor indices, bool validateIndices = true, string? name = null) =>
        Make(GatherDefinition, [@params, indices], new Attributes { ["validate_indices"] = validateIndices }, name);

    /// <summary>Slices of a tensor, picked by index vectors.</summary>
    /// <param name="params">The tensor.</param>
    /// <param name="indices">[…, n]: vectors of n indices into the first n axes.</param>
    /// <param name="name">A name hint.</param>
    /// <returns>The shape of indices without its last axis, followed by the axes of params from n on.</returns>
    public static Tensor GatherNd(Tensor @params, Tensor indices, string? name = null) =>
        Make(GatherNdDefinition, [@params, indices], null, name);

    private static Shape GatherShape(InferenceContext context, long axisValue, long batchDims)
    {
        var (parameters, indices) = (context.Shape(0), context.Shape(1));
        if (!parameters.HasRank || !indices.HasRank)
            return Shape.Unknown;
        int axis = ShapeRules.Axis(axisValue, parameters.Rank);
        int batch = (int)(batchDims < 0 ? batchDims + indices.Rank : batchDims);
        if (batch < 0 || batch > indices.Rank || batch > axis)
            throw new ShapeException($"batch_dims {batchDims} must lie in [0, {Math.Min(axis, indices.Rank)}]");
        var lead = ShapeRules.Merge(parameters.Slice(0, batch), indices.Slice(0, batch), "the leading axes of params and indices");
        return lead.Concat(parameters.Slice(batch, axis - batch)).Concat(indices.Slice(batch)).Concat(parameters.Slice(axis + 1));
    }

    private static Shape[] InferGatherNd(InferenceContext context)
    {
        var (parameters, indices) = (context.Shape(0), context.Shape(1));
        if (!parameters.HasRank || !indices.HasRank)
            return [Shape.Unknown];
        if (indices.Rank == 0)
            throw new ShapeException("indices must have rank 1 or more");
        if (indices[-1] < 0)
            return [Shape.Unknown];
        return indices[-1] <= parameters.Rank
            ? [indices.Slice(0, indices.Rank - 1).Concat(parameters.Slice((int)indices[-1]))]
            : throw new ShapeException($"the last axis of indices {indices} is longer than the rank of params {parameters}");
    }
}
