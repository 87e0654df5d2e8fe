using KerasSharp.Graphs;

namespace KerasSharp.Ops;

public static partial class Op
{
    /// <summary>Reductions over chosen axes.</summary>
    internal static readonly Dictionary<string, OpDefinition> ReductionDefinitions = Table([
        .. Enumerable.Select<string, OpDefinition>(
            ["Sum", "Mean", "Max", "Min", "Prod", "EuclideanNorm"],
            name => new OpDefinition(
                $"{name}(input: T, reduction_indices: Tidx) -> output: T | keep_dims: bool = false, T: type, Tidx: type = int32",
                InferReduction
            )
        ),
        .. Enumerable.Select<string, OpDefinition>(
            ["All", "Any"],
            name => new OpDefinition(
                $"{name}(input: bool, reduction_indices: Tidx) -> output: bool | keep_dims: bool = false, Tidx: type = int32",
                InferReduction
            )
        ),
    ]);

    /// <summary>The sum over axes (0 over none).</summary>
    public static Tensor Sum(Tensor input, Tensor reductionIndices, bool keepDims = false, string? name = null) =>
        Reduce("Sum", input, reductionIndices, keepDims, name);

    /// <summary>The mean over axes; of integers truncated.</summary>
    public static Tensor Mean(Tensor input, Tensor reductionIndices, bool keepDims = false, string? name = null) =>
        Reduce("Mean", input, reductionIndices, keepDims, name);

    /// <summary>The greatest element over axes; NaN if there is one.</summary>
    public static Tensor Max(Tensor input, Tensor reductionIndices, bool keepDims = false, string? name = null) =>
        Reduce("Max", input, reductionIndices, keepDims, name);

    /// <summary>The least element over axes; NaN if there is one.</summary>
    public static Tensor Min(Tensor input, Tensor reductionIndices, bool keepDims = false, string? name = null) =>
        Reduce("Min", input, reductionIndices, keepDims, name);

    /// <summary>The product over axes (1 over none).</summary>
    public static Tensor Prod(Tensor input, Tensor reductionIndices, bool keepDims = false, string? name = null) =>
        Reduce("Prod", input, reductionIndices, keepDims, name);

    /// <summary>The root of the sum of squares over axes.</summary>
    public static Tensor EuclideanNorm(Tensor input, Tensor reductionIndices, bool keepDims = false, string? name = null) =>
        Reduce("EuclideanNorm", input, reductionIndices, keepDims, name);

    /// <summary>Whether all are true over axes.</summary>
    public static Tensor All(Tensor input, Tensor reductionIndices, bool keepDims = false, string? name = null) =>
        Reduce("All", input, reductionIndices, keepDims, name);

    /// <summary>Whether any is true over axes.</summary>
    public static Tensor Any(Tensor input, Tensor reductionIndices, bool keepDims = false, string? name = null) =>
        Reduce("Any", input, reductionIndices, keepDims, name);

    private static Tensor Reduce(string op, Tensor input, Tensor axes, bool keepDims, string? name) =>
        Make(ReductionDefinitions[op], [input, axes], new Attributes { ["keep_dims"] = keepDims }, name);

    private static Shape[] InferReduction(InferenceContext context)
    {
        var shape = context.Shape(0);
        bool keep = context.Attr<bool>("keep_dims");
        if (!shape.HasRank)
            return [Shape.Unknown];
        if (context.Ints(1) is not { } axes)
            return [keep ? Shape.OfRank(shape.Rank) : Shape.Unknown];
        var reduced = axes.Select(axis => ShapeRules.Axis(axis, shape.Rank)).ToHashSet();
        var dims = new List<long>();
        for (int i = 0; i < shape.Rank; i++)
            if (!reduced.Contains(i))
                dims.Add(shape[i]);
            else if (keep)
                dims.Add(1);
        return [Shape.Of([.. dims])];
    }
}
