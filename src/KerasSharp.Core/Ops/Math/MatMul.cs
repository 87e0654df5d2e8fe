using KerasSharp.Graphs;

namespace KerasSharp.Ops;

public static partial class Op
{
    internal static readonly OpDefinition MatMulDefinition = new(
        "MatMul(a: T, b: T) -> product: T | transpose_a: bool = false, transpose_b: bool = false, T: type, grad_a: bool = false, grad_b: bool = false",
        InferMatMul
    );

    /// <summary>The product of two matrices.</summary>
    /// <param name="a">[m, k], or [k, m] if transposed.</param>
    /// <param name="b">[k, n], or [n, k] if transposed.</param>
    /// <param name="transposeA">Whether a is transposed.</param>
    /// <param name="transposeB">Whether b is transposed.</param>
    /// <param name="name">A name hint.</param>
    /// <returns>[m, n].</returns>
    public static Tensor MatMul(Tensor a, Tensor b, bool transposeA = false, bool transposeB = false, string? name = null) =>
        Make(MatMulDefinition, [a, b], new Attributes { ["transpose_a"] = transposeA, ["transpose_b"] = transposeB }, name);

    private static Shape[] InferMatMul(InferenceContext context)
    {
        var a = context.WithRank(0, 2);
        var b = context.WithRank(1, 2);
        int rows = context.Attr<bool>("transpose_a") ? 1 : 0;
        int columns = context.Attr<bool>("transpose_b") ? 0 : 1;
        ShapeRules.MergeDim(a[1 - rows], b[1 - columns], "the inner lengths of a and b");
        return [Shape.Of(a[rows], b[columns])];
    }
}
