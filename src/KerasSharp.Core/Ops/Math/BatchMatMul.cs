using KerasSharp.Graphs;

namespace KerasSharp.Ops;

public static partial class Op
{
    /// <summary>Products of stacks of matrices.</summary>
    internal static readonly Dictionary<string, OpDefinition> BatchMatMulDefinitions = Table([
        new(
            "BatchMatMul(x: T, y: T) -> output: T | T: type, adj_x: bool = false, adj_y: bool = false, grad_x: bool = false, grad_y: bool = false",
            InferBatchMatMul
        ),
        new(
            "BatchMatMulV2(x: T, y: T) -> output: T | T: type, adj_x: bool = false, adj_y: bool = false, grad_x: bool = false, grad_y: bool = false",
            InferBatchMatMul
        ),
        new(
            "BatchMatMulV3(x: Ta, y: Tb) -> output: Tout | Ta: type, Tb: type, Tout: type, adj_x: bool = false, adj_y: bool = false, grad_x: bool = false, grad_y: bool = false",
            InferBatchMatMul
        ),
    ]);

    /// <summary>The products of two stacks of matrices of equal leading axes: the oldest op.</summary>
    public static Tensor BatchMatMul(Tensor x, Tensor y, bool adjX = false, bool adjY = false, string? name = null) =>
        Make(BatchMatMulDefinitions["BatchMatMul"], [x, y], new Attributes { ["adj_x"] = adjX, ["adj_y"] = adjY }, name);

    /// <summary>The products of two stacks of matrices, whose leading axes are broadcast.</summary>
    /// <param name="x">[…, m, k], or […, k, m] if adjoint.</param>
    /// <param name="y">[…, k, n], or […, n, k] if adjoint.</param>
    /// <param name="adjX">Whether the matrices of x are transposed (complex ones conjugated too).</param>
    /// <param name="adjY">Whether the matrices of y are transposed (complex ones conjugated too).</param>
    /// <param name="name">A name hint.</param>
    /// <returns>[…, m, n].</returns>
    public static Tensor BatchMatMulV2(Tensor x, Tensor y, bool adjX = false, bool adjY = false, string? name = null) =>
        Make(BatchMatMulDefinitions["BatchMatMulV2"], [x, y], new Attributes { ["adj_x"] = adjX, ["adj_y"] = adjY }, name);

    /// <summary>As <see cref="BatchMatMulV2"/>, with a result of the given type (by default that of x).</summary>
    public static Tensor BatchMatMulV3(Tensor x, Tensor y, DType? tout = null, bool adjX = false, bool adjY = false, string? name = null) =>
        Make(
            BatchMatMulDefinitions["BatchMatMulV3"],
            [x, y],
            new Attributes
            {
                ["Tout"] = tout ?? x.DType,
                ["adj_x"] = adjX,
                ["adj_y"] = adjY,
            },
            name
        );

    private static Shape[] InferBatchMatMul(InferenceContext context)
    {
        var (x, y) = (context.Shape(0), context.Shape(1));
        if (!x.HasRank || !y.HasRank)
            return [Shape.Unknown];
        if (x.Rank < 2 || y.Rank < 2)
            throw new ShapeException("x and y must have rank 2 or more");
        bool adjX = context.Attr<bool>("adj_x");
        bool adjY = context.Attr<bool>("adj_y");
        ShapeRules.MergeDim(adjX ? x[-2] : x[-1], adjY ? y[-1] : y[-2], "the inner lengths of x and y");
        var (leadX, leadY) = (x.Slice(0, x.Rank - 2), y.Slice(0, y.Rank - 2));
        var lead =
            context.Definition.Name == "BatchMatMul"
                ? ShapeRules.Merge(leadX, leadY, "the leading axes of x and y")
                : ShapeRules.Broadcast(leadX, leadY);
        return [lead.Concat(Shape.Of(adjX ? x[-1] : x[-2], adjY ? y[-2] : y[-1]))];
    }
}
