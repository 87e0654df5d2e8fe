using KerasSharp.Engines.Torch.Plans;

namespace KerasSharp.Engines.Torch.Kernels.Algebra;

/// <summary>Linear algebra on stacks of matrices, computed in double.</summary>
internal static class LinearAlgebraKernels
{
    public static readonly IReadOnlyDictionary<string, KernelBinder> Kernels = new Dictionary<string, KernelBinder>
    {
        ["Qr"] = Qr,
        ["Cholesky"] = context => Bind(context, (x, y) => Factorizations.Cholesky(x[0], y[0], Size(context))),
        ["MatrixInverse"] = Inverse,
        ["MatrixSolve"] = Solve,
        ["MatrixTriangularSolve"] = TriangularSolve,
        ["MatrixDeterminant"] = context =>
            Bind(
                context,
                (x, y) =>
                {
                    var (sign, logarithm) = LuFactors.Of(x[0], Size(context)).Determinant();
                    y[0][0] = sign * Math.Exp(logarithm);
                }
            ),
        ["LogMatrixDeterminant"] = context => Bind(context, (x, y) => (y[0][0], y[1][0]) = LuFactors.Of(x[0], Size(context)).Determinant()),
        ["SelfAdjointEigV2"] = Eigen,
    };

    private static int Size(KernelContext context) => checked((int)context.Input(0).Shape[-1]);

    private static Action? Bind(KernelContext context, Action<double[][], double[][]> function)
    {
        long batch = context.Input(0).Shape.Slice(0, context.Input(0).Shape.Rank - 2).Size;
        return DTypeDispatch.Floating(context.Input(0).DType, new MatrixVisitor(context, batch, function));
    }

    private static Action? Qr(KernelContext context)
    {
        int rows = checked((int)context.Input(0).Shape[-2]);
        int inner = checked((int)context.Output(0).Shape[-1]);
        int columns = Size(context);
        return Bind(context, (x, y) => Factorizations.Qr(x[0], y[0], y[1], rows, columns, inner));
    }

    private static Action? Inverse(KernelContext context)
    {
        int size = Size(context);
        bool adjoint = context.Attr<bool>("adjoint");
        return Bind(
            context,
            (x, y) =>
            {
                Array.Clear(y[0]);
                for (int i = 0; i < size; i++)
                    y[0][(i * size) + i] = 1;
                LuFactors.Of(Oriented(x[0], size, adjoint), size).Solve(y[0], size, context.Operation.Name);
            }
        );
    }

    private static Action? Solve(KernelContext context)
    {
        int size = Size(context);
        int columns = checked((int)context.Input(1).Shape[-1]);
        bool adjoint = context.Attr<bool>("adjoint");
        return Bind(
            context,
            (x, y) =>
            {
                x[1].CopyTo(y[0], 0);
                LuFactors.Of(Oriented(x[0], size, adjoint), size).Solve(y[0], columns, context.Operation.Name);
            }
        );
    }

    private static Action? TriangularSolve(KernelContext context)
    {
        var (matrix, right) = (context.Input(0).Shape, context.Input(1).Shape);
        if (!matrix.Slice(0, matrix.Rank - 2).Equals(right.Slice(0, right.Rank - 2)))
            throw new NotSupportedException(
                $"{context.Operation.Name}: the Torch engine does not broadcast matrix {matrix} and rhs {right} in MatrixTriangularSolve. Use Op.BroadcastTo."
            );
        int size = Size(context);
        int columns = checked((int)right[-1]);
        bool adjoint = context.Attr<bool>("adjoint");
        bool lower = context.Attr<bool>("lower") != adjoint;
        return Bind(
            context,
            (x, y) =>
            {
                x[1].CopyTo(y[0], 0);
                Factorizations.TriangularSolve(Oriented(x[0], size, adjoint), y[0], size, columns, lower, context.Operation.Name);
            }
        );
    }

    private static Action? Eigen(KernelContext context)
    {
        int size = Size(context);
        bool hasVectors = context.Attr<bool>("compute_v");
        return Bind(
            context,
            (x, y) =>
            {
                var (values, vectors) = SymmetricEigen.Of(x[0], size);
                values.CopyTo(y[0], 0);
                if (hasVectors)
                    vectors.CopyTo(y[1], 0);
            }
        );
    }

    private static double[] Oriented(double[] matrix, int size, bool transposes)
    {
        if (!transposes)
            return matrix;
        var transposed = new double[matrix.Length];
        for (int i = 0; i < size; i++)
        for (int j = 0; j < size; j++)
            transposed[(i * size) + j] = matrix[(j * size) + i];
        return transposed;
    }
}
