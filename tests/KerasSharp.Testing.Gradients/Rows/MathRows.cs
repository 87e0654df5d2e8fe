using KerasSharp.Ops;
using static KerasSharp.Ops.Op;
using static KerasSharp.Testing.Gradients.Argument;

namespace KerasSharp.Testing.Gradients;

/// <summary>Products and linear algebra.</summary>
internal static class MathRows
{
    public static IEnumerable<GradientRow> Rows =>
        [.. Products.InBothTypes(), .. Sums.InBothTypes(), .. Algebra, .. OfQr.With(row => row with { TakesUnknownShapes = false })];

    private static GradientRows Products =>
        new()
        {
            { "MatMul", [In(2, 3), In(3, 4)], x => MatMul(x[0], x[1]) },
            { "MatMul", "left transposed", [In(3, 2), In(3, 4)], x => MatMul(x[0], x[1], true) },
            { "MatMul", "right transposed", [In(2, 3), In(4, 3)], x => MatMul(x[0], x[1], false, true) },
            { "MatMul", "both transposed", [In(3, 2), In(4, 3)], x => MatMul(x[0], x[1], true, true) },
            { "MatMul", "of itself", [In(3, 3)], x => MatMul(x[0], x[0], true) },
            { "BatchMatMul", [In(2, 2, 3), In(2, 3, 2)], x => BatchMatMul(x[0], x[1]) },
            { "BatchMatMul", "both adjoint", [In(2, 3, 2), In(2, 2, 3)], x => BatchMatMul(x[0], x[1], true, true) },
            { "BatchMatMulV2", [In(2, 2, 3), In(2, 3, 2)], x => BatchMatMulV2(x[0], x[1]) },
            { "BatchMatMulV2", "left adjoint", [In(2, 3, 2), In(2, 3, 2)], x => BatchMatMulV2(x[0], x[1], true) },
            { "BatchMatMulV2", "right adjoint", [In(2, 2, 3), In(2, 2, 3)], x => BatchMatMulV2(x[0], x[1], false, true) },
            { "BatchMatMulV2", "both adjoint", [In(2, 3, 2), In(2, 2, 3)], x => BatchMatMulV2(x[0], x[1], true, true) },
            { "BatchMatMulV2", "broadcast", [In(2, 1, 2, 3), In(3, 3, 2)], x => BatchMatMulV2(x[0], x[1]) },
            { "BatchMatMulV2", "one matrix", [In(3, 2), In(2, 3, 2)], x => BatchMatMulV2(x[0], x[1], true) },
            { "BatchMatMulV3", [In(2, 2, 3), In(3, 2)], x => BatchMatMulV3(x[0], x[1]) },
            { "Cross", [In(2, 3), In(2, 3)], x => Cross(x[0], x[1]) },
            { "ClipByValue", [In(3, 4), Within(-0.7, -0.6), Within(0.6, 0.7)], x => ClipByValue(x[0], x[1], x[2]) },
            { "ClipByValue", "bounds by element", [In(2, 3), Within(-1, 0, 2, 3), Within(0, 1, 2, 3)], x => ClipByValue(x[0], x[1], x[2]) },
        };

    private static GradientRows Sums =>
        [
            Einsum("ij,jk->ik", In(2, 3), In(3, 2)),
            Einsum("bij,bjk->bik", In(2, 2, 3), In(2, 3, 2)),
            Einsum("abc,abd->adc", In(2, 2, 3), In(2, 2, 2)),
            Einsum("...ij,jk->...ik", In(2, 1, 2, 3), In(3, 2)),
            Einsum("...i,...i->...", In(3, 1, 2), In(2, 2)),
            Einsum("i,j->ij", In(2), In(3)),
            Einsum("ij,kl->ik", In(2, 3), In(2, 2)),
            Einsum("ij->ji", In(2, 3)),
            Einsum("ijk->j", In(2, 3, 2)),
            Einsum("ii->i", In(3, 3)),
            Einsum("ii->", In(3, 3)),
            Einsum("...ij->...", In(2, 2, 3)),
            Einsum("i->ii", In(3)),
        ];

    private static GradientRows Algebra =>
        new()
        {
            { "MatrixInverse", [In(2, 3, 3)], x => MatrixInverse(x[0]) },
            { "MatrixInverse", "adjoint", [In(3, 3)], x => MatrixInverse(x[0], true) },
            { "MatrixDeterminant", [In(2, 3, 3)], x => MatrixDeterminant(x[0]) },
            { "LogMatrixDeterminant", "", [In(2, 3, 3)], x => [LogMatrixDeterminant(x[0]).LogAbsDeterminant] },
            { "MatrixSolve", [In(2, 2, 2), In(2, 2, 3)], x => MatrixSolve(x[0], x[1]) },
            { "MatrixSolve", "adjoint", [In(3, 3), In(3, 2)], x => MatrixSolve(x[0], x[1], true) },
            { "MatrixTriangularSolve", "lower", [In(2, 2, 2), In(2, 2, 3)], x => MatrixTriangularSolve(x[0], x[1]) },
            { "MatrixTriangularSolve", "lower adjoint", [In(3, 3), In(3, 2)], x => MatrixTriangularSolve(x[0], x[1], true, true) },
            { "MatrixTriangularSolve", "upper", [In(3, 3), In(3, 2)], x => MatrixTriangularSolve(x[0], x[1], false) },
            { "MatrixTriangularSolve", "upper adjoint", [In(3, 3), In(3, 2)], x => MatrixTriangularSolve(x[0], x[1], false, true) },
            { "Cholesky", [In(2, 2, 2)], x => Cholesky(Symmetric(x[0])) },
            { "SelfAdjointEigV2", "values", [In(2, 3, 3)], x => [SelfAdjointEigV2(Symmetric(x[0]), false).E] },
            { "SelfAdjointEigV2", "values and vectors", [In(3, 3)], x => Both(SelfAdjointEigV2(Symmetric(x[0]))) },
        };

    private static GradientRows OfQr =>
        new()
        {
            { "Qr", "tall", [In(4, 2)], x => Both(Qr(x[0])) },
            { "Qr", "square, in a stack", [In(2, 2, 2)], x => Both(Qr(x[0])) },
            { "Qr", "wide", [In(2, 4)], x => Both(Qr(x[0])) },
        };

    private static GradientRow Einsum(string equation, params Argument[] arguments) =>
        new("Einsum", equation, arguments, x => [Op.Einsum(x, equation)]);

    /// <summary>x · xᵀ: symmetric and positive.</summary>
    private static Tensor Symmetric(Tensor x) => BatchMatMulV2(x, x, adjY: true);

    private static IReadOnlyList<Tensor> Both((Tensor First, Tensor Second) outputs) => [outputs.First, outputs.Second];
}
