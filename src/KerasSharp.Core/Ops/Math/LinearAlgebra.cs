using KerasSharp.Graphs;

namespace KerasSharp.Ops;

public static partial class Op
{
    /// <summary>Linear algebra on stacks of matrices.</summary>
    internal static readonly Dictionary<string, OpDefinition> LinearAlgebraDefinitions = Table([
        new("Qr(input: T) -> q: T, r: T | full_matrices: bool = false, T: type", InferQr),
        new("Cholesky(input: T) -> output: T | T: type", context => [Square(context)]),
        new("MatrixInverse(input: T) -> output: T | adjoint: bool = false, T: type", context => [Square(context)]),
        new("MatrixSolve(matrix: T, rhs: T) -> output: T | adjoint: bool = false, T: type", InferSolve),
        new("MatrixTriangularSolve(matrix: T, rhs: T) -> output: T | lower: bool = true, adjoint: bool = false, T: type", InferSolve),
        new("MatrixDeterminant(input: T) -> output: T | T: type", context => [Lead(Square(context), 2)]),
        new(
            "LogMatrixDeterminant(input: T) -> sign: T, log_abs_determinant: T | T: type",
            context => [Lead(Square(context), 2), Lead(Square(context), 2)]
        ),
        new(
            "SelfAdjointEigV2(input: T) -> e: T, v: T | compute_v: bool = true, T: type",
            context => [Lead(Square(context), 1), context.Attr<bool>("compute_v") ? Square(context) : Shape.Of(0)]
        ),
    ]);

    /// <summary>The factors of matrices: q with orthonormal columns, r upper triangular, q · r = input.</summary>
    /// <param name="input">[…, m, n].</param>
    /// <param name="fullMatrices">Whether q is [m, m] and r [m, n]; otherwise they are [m, p] and [p, n] with p the lesser of m and n.</param>
    /// <param name="name">A name hint.</param>
    public static (Tensor Q, Tensor R) Qr(Tensor input, bool fullMatrices = false, string? name = null)
    {
        var outputs = MakeMany(LinearAlgebraDefinitions["Qr"], [input], new Attributes { ["full_matrices"] = fullMatrices }, name);
        return (outputs[0], outputs[1]);
    }

    /// <summary>The lower triangular l with l · lᵀ = input, of symmetric positive definite matrices; only their lower triangles are read.</summary>
    public static Tensor Cholesky(Tensor input, string? name = null) => Make(LinearAlgebraDefinitions["Cholesky"], [input], null, name);

    /// <summary>The inverses of square matrices, or of their transposes.</summary>
    public static Tensor MatrixInverse(Tensor input, bool adjoint = false, string? name = null) =>
        Make(LinearAlgebraDefinitions["MatrixInverse"], [input], new Attributes { ["adjoint"] = adjoint }, name);

    /// <summary>x with matrix · x = rhs, or matrixᵀ · x = rhs.</summary>
    /// <param name="matrix">[…, m, m], invertible.</param>
    /// <param name="rhs">[…, m, k], with the same leading axes.</param>
    /// <param name="adjoint">Whether the matrices are transposed.</param>
    /// <param name="name">A name hint.</param>
    public static Tensor MatrixSolve(Tensor matrix, Tensor rhs, bool adjoint = false, string? name = null) =>
        Make(LinearAlgebraDefinitions["MatrixSolve"], [matrix, rhs], new Attributes { ["adjoint"] = adjoint }, name);

    /// <summary>As <see cref="MatrixSolve"/>, for matrices of which only the lower (or upper) triangle is read. Leading axes are broadcast.</summary>
    public static Tensor MatrixTriangularSolve(Tensor matrix, Tensor rhs, bool lower = true, bool adjoint = false, string? name = null) =>
        Make(
            LinearAlgebraDefinitions["MatrixTriangularSolve"],
            [matrix, rhs],
            new Attributes { ["lower"] = lower, ["adjoint"] = adjoint },
            name
        );

    /// <summary>The determinants of square matrices.</summary>
    public static Tensor MatrixDeterminant(Tensor input, string? name = null) =>
        Make(LinearAlgebraDefinitions["MatrixDeterminant"], [input], null, name);

    /// <summary>The signs and the logarithms of the absolute values of the determinants of square matrices.</summary>
    public static (Tensor Sign, Tensor LogAbsDeterminant) LogMatrixDeterminant(Tensor input, string? name = null)
    {
        var outputs = MakeMany(LinearAlgebraDefinitions["LogMatrixDeterminant"], [input], null, name);
        return (outputs[0], outputs[1]);
    }

    /// <summary>The eigenvalues of symmetric matrices, ascending, and the eigenvectors, as columns in the same order.</summary>
    public static (Tensor E, Tensor V) SelfAdjointEigV2(Tensor input, bool computeV = true, string? name = null)
    {
        var outputs = MakeMany(LinearAlgebraDefinitions["SelfAdjointEigV2"], [input], new Attributes { ["compute_v"] = computeV }, name);
        return (outputs[0], outputs[1]);
    }

    private static Shape Matrices(InferenceContext context, int input)
    {
        var shape = context.Shape(input);
        return !shape.HasRank || shape.Rank >= 2
            ? shape
            : throw new ShapeException($"input {input} must have rank 2 or more, but its shape is {shape}");
    }

    private static Shape Square(InferenceContext context)
    {
        var shape = Matrices(context, 0);
        if (!shape.HasRank)
            return shape;
        long length = ShapeRules.MergeDim(shape[-2], shape[-1], "the rows and columns of input 0");
        return shape.With(-1, length).With(-2, length);
    }

    private static Shape Lead(Shape shape, int dropped) => shape.HasRank ? shape.Slice(0, shape.Rank - dropped) : shape;

    private static Shape[] InferQr(InferenceContext context)
    {
        var shape = Matrices(context, 0);
        if (!shape.HasRank)
            return [shape, shape];
        var (rows, columns) = (shape[-2], shape[-1]);
        long inner =
            context.Attr<bool>("full_matrices") ? rows
            : rows < 0 || columns < 0 ? -1
            : Math.Min(rows, columns);
        var lead = Lead(shape, 2);
        return [lead.Concat(Shape.Of(rows, inner)), lead.Concat(Shape.Of(inner, columns))];
    }

    private static Shape[] InferSolve(InferenceContext context)
    {
        var (matrix, right) = (Square(context), Matrices(context, 1));
        if (!matrix.HasRank || !right.HasRank)
            return [Shape.Unknown];
        long rows = ShapeRules.MergeDim(matrix[-1], right[-2], "the rows of matrix and rhs");
        bool broadcasts = context.Definition.Name == "MatrixTriangularSolve";
        var lead = broadcasts
            ? ShapeRules.Broadcast(Lead(matrix, 2), Lead(right, 2))
            : ShapeRules.Merge(Lead(matrix, 2), Lead(right, 2), "the leading axes of matrix and rhs");
        return [lead.Concat(Shape.Of(rows, right[-1]))];
    }
}
