using KerasSharp.Ops;

namespace KerasSharp.Gradients;

/// <summary>Gradients of linear algebra, by TensorFlow's formulas.</summary>
internal static class LinearAlgebraGradients
{
    public static readonly IReadOnlyDictionary<string, GradientRule> Rules = new Dictionary<string, GradientRule>
    {
        ["MatrixInverse"] = Inverse,
        ["MatrixDeterminant"] = context =>
            [Matrix(context.Gradient() * context.Output()) * Op.MatrixInverse(context.Input(0), adjoint: true)],
        ["LogMatrixDeterminant"] = context => [Matrix(context.Gradient(1)) * Op.MatrixInverse(context.Input(0), adjoint: true)],
        ["MatrixSolve"] = context => Solve(context, Op.MatrixSolve(context.Input(0), context.Gradient(), !context.Attr<bool>("adjoint"))),
        ["MatrixTriangularSolve"] = TriangularSolve,
        ["Cholesky"] = Cholesky,
        ["Qr"] = Qr,
        ["SelfAdjointEigV2"] = Eigen,
    };

    /// <summary>The transposed matrices.</summary>
    private static Tensor Transposed(Tensor x) =>
        Op.Transpose(x, [.. Enumerable.Range(0, x.Rank - 2).Select(axis => (long)axis), x.Rank - 1, x.Rank - 2]);

    /// <summary>Numbers as matrices of one element.</summary>
    private static Tensor Matrix(Tensor x) => Op.ExpandDims(Op.ExpandDims(x, -1), -1);

    private static Tensor Lower(Tensor x) => Op.MatrixBandPart(x, Int64(-1), Int64(0));

    private static Tensor Int64(int value) => Op.Constant(value, DType.Int64);

    private static IReadOnlyList<Tensor?> Inverse(GradientContext context)
    {
        bool adjoint = context.Attr<bool>("adjoint");
        var inverse = context.Output();
        var right = Op.BatchMatMulV2(context.Gradient(), inverse, adjoint, !adjoint);
        return [-Op.BatchMatMulV2(inverse, right, !adjoint)];
    }

    private static IReadOnlyList<Tensor?> Solve(GradientContext context, Tensor right)
    {
        var output = context.Output();
        var matrix = context.Attr<bool>("adjoint")
            ? -Op.BatchMatMulV2(output, right, adjY: true)
            : -Op.BatchMatMulV2(right, output, adjY: true);
        return [matrix, right];
    }

    private static IReadOnlyList<Tensor?> TriangularSolve(GradientContext context)
    {
        bool lower = context.Attr<bool>("lower");
        var gradients = Solve(
            context,
            Op.MatrixTriangularSolve(context.Input(0), context.Gradient(), lower, !context.Attr<bool>("adjoint"))
        );
        var triangle = Op.MatrixBandPart(gradients[0]!, Int64(lower ? -1 : 0), Int64(lower ? 0 : -1));
        return [Broadcasting.SumTo(triangle, context.Input(0)), Broadcasting.SumTo(gradients[1]!, context.Input(1))];
    }

    private static IReadOnlyList<Tensor?> Cholesky(GradientContext context)
    {
        var factor = context.Output();
        var middle = Op.BatchMatMulV2(factor, context.Gradient(), adjX: true);
        middle = Lower(Op.MatrixSetDiag(middle, Op.MatrixDiagPart(middle) * 0.5));
        var left = Op.MatrixTriangularSolve(factor, middle, adjoint: true);
        var gradient = Transposed(Op.MatrixTriangularSolve(factor, Transposed(left), adjoint: true));
        return [(gradient + Transposed(gradient)) * 0.5];
    }

    private static IReadOnlyList<Tensor?> Qr(GradientContext context)
    {
        var (input, q, r, dq, dr) = (context.Input(0), context.Output(0), context.Output(1), context.Gradient(0), context.Gradient(1));
        long rows = input.Shape[-2];
        long columns = input.Shape[-1];
        if (rows < 0 || columns < 0)
            throw new NotSupportedException(
                $"{context.Operation.Name}: the gradient of Qr needs matrices of known size, not {input.Shape}."
            );
        if (rows > columns && context.Attr<bool>("full_matrices"))
            throw new NotSupportedException(
                $"{context.Operation.Name}: Qr with full_matrices has no gradient where there are more rows than columns."
            );
        if (rows >= columns)
            return [DeepQr(q, r, dq, dr)];
        var (u, du, dv, y) = (
            Columns(r, 0, rows),
            Columns(dr, 0, rows),
            Columns(dr, rows, columns - rows),
            Columns(input, rows, columns - rows)
        );
        var dx = DeepQr(q, u, dq + Op.BatchMatMulV2(y, dv, adjY: true), du);
        return [Op.ConcatV2([dx, Op.BatchMatMulV2(q, dv)], -1)];
    }

    private static Tensor Columns(Tensor x, long begin, long count)
    {
        var first = new long[x.Rank];
        first[^1] = begin;
        return Op.Slice(x, first, [.. Enumerable.Repeat(-1L, x.Rank - 1), count]);
    }

    /// <summary>The gradient where there are at least as many rows as columns.</summary>
    private static Tensor DeepQr(Tensor q, Tensor r, Tensor dq, Tensor dr)
    {
        var qdq = Op.BatchMatMulV2(q, dq, adjX: true);
        var rdr = Op.BatchMatMulV2(r, dr, adjY: true);
        var triangle = Lower(qdq - Transposed(qdq) + (rdr - Transposed(rdr)));
        return Op.BatchMatMulV2(q, dr + OverTransposed(triangle, r)) + OverTransposed(dq - Op.BatchMatMulV2(q, qdq), r);
    }

    /// <summary>x · r⁻ᵀ.</summary>
    private static Tensor OverTransposed(Tensor x, Tensor r) => Transposed(Op.MatrixTriangularSolve(r, Transposed(x), lower: false));

    private static IReadOnlyList<Tensor?> Eigen(GradientContext context)
    {
        bool hasVectors = context.Attr<bool>("compute_v");
        var (e, v) = hasVectors ? (context.Output(0), context.Output(1)) : Op.SelfAdjointEigV2(context.Input(0));
        var middle = Op.MatrixDiag(context.Gradient(0));
        if (hasVectors)
        {
            var differences = Op.ExpandDims(e, -2) - Op.ExpandDims(e, -1);
            var weights = Op.DivNoNan(Op.OnesLike(differences), differences);
            middle += weights * Op.BatchMatMulV2(v, context.Gradient(1), adjX: true);
        }
        var gradient = Op.BatchMatMulV2(v, Op.BatchMatMulV2(middle, v, adjY: true));
        gradient = Lower(gradient + Transposed(gradient));
        return [Op.MatrixSetDiag(gradient, Op.MatrixDiagPart(gradient) * 0.5)];
    }
}
