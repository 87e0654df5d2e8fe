using KerasSharp.Graphs;

namespace KerasSharp.Ops;

public static partial class Op
{
    internal static readonly OpDefinition MatrixDiagV3Definition = new(
        "MatrixDiagV3(diagonal: T, k: int32, num_rows: int32, num_cols: int32, padding_value: T) -> output: T | T: type, align: string = \"RIGHT_LEFT\"",
        InferMatrixDiag
    );

    internal static readonly OpDefinition MatrixDiagPartV3Definition = new(
        "MatrixDiagPartV3(input: T, k: int32, padding_value: T) -> diagonal: T | T: type, align: string = \"RIGHT_LEFT\"",
        InferMatrixDiagPart
    );

    internal static readonly OpDefinition MatrixSetDiagV3Definition = new(
        "MatrixSetDiagV3(input: T, diagonal: T, k: int32) -> output: T | T: type, align: string = \"RIGHT_LEFT\"",
        ShapeRules.SameAsFirst
    );

    /// <summary>Matrices with given diagonals.</summary>
    /// <param name="diagonal">[…, length] for one diagonal, […, bands, length] for several, from the upper to the lower one.</param>
    /// <param name="k">Which diagonals: a scalar or [lowest, highest]; 0 is the main one, positive ones lie above.</param>
    /// <param name="numRows">The number of rows, a scalar; -1 is the least that fits.</param>
    /// <param name="numCols">The number of columns, a scalar; -1 is the least that fits.</param>
    /// <param name="paddingValue">The value elsewhere, a scalar.</param>
    /// <param name="align">At which end shorter diagonals lie within their row, upper and lower ones: RIGHT_LEFT, LEFT_RIGHT, LEFT_LEFT, RIGHT_RIGHT.</param>
    /// <param name="name">A name hint.</param>
    public static Tensor MatrixDiagV3(
        Tensor diagonal,
        Tensor k,
        Tensor numRows,
        Tensor numCols,
        Tensor paddingValue,
        string align = "RIGHT_LEFT",
        string? name = null
    ) => Make(MatrixDiagV3Definition, [diagonal, k, numRows, numCols, paddingValue], new Attributes { ["align"] = align }, name);

    /// <summary>Diagonals of matrices, laid out as <see cref="MatrixDiagV3"/> takes them; the padding value fills up shorter ones.</summary>
    public static Tensor MatrixDiagPartV3(Tensor input, Tensor k, Tensor paddingValue, string align = "RIGHT_LEFT", string? name = null) =>
        Make(MatrixDiagPartV3Definition, [input, k, paddingValue], new Attributes { ["align"] = align }, name);

    /// <summary>Matrices with some diagonals replaced; see <see cref="MatrixDiagV3"/> for their layout.</summary>
    public static Tensor MatrixSetDiagV3(Tensor input, Tensor diagonal, Tensor k, string align = "RIGHT_LEFT", string? name = null) =>
        Make(MatrixSetDiagV3Definition, [input, diagonal, k], new Attributes { ["align"] = align }, name);

    private static Shape[] InferMatrixDiag(InferenceContext context)
    {
        var shape = context.Shape(0);
        if (!shape.HasRank || context.Ints(1) is not { } k)
            return [Shape.Unknown];
        var band = DiagonalBand.From(k);
        int lead = shape.Rank - (band.Count > 1 ? 2 : 1);
        if (lead < 0)
            throw new ShapeException($"diagonal must have rank {(band.Count > 1 ? 2 : 1)} or more, but its shape is {shape}");
        var (rows, columns) =
            context.Ints(2) is [var r] && context.Ints(3) is [var c] && shape[-1] >= 0 ? band.MatrixSize(shape[-1], r, c) : (-1, -1);
        return [shape.Slice(0, lead).Concat(Shape.Of(rows, columns))];
    }

    private static Shape[] InferMatrixDiagPart(InferenceContext context)
    {
        var shape = context.Shape(0);
        if (!shape.HasRank || context.Ints(1) is not { } k)
            return [Shape.Unknown];
        if (shape.Rank < 2)
            throw new ShapeException($"input must have rank 2 or more, but its shape is {shape}");
        var band = DiagonalBand.From(k);
        long length = shape[-1] < 0 || shape[-2] < 0 ? -1 : band.LongestDiagonal(shape[-2], shape[-1]);
        var lead = shape.Slice(0, shape.Rank - 2);
        return [band.Count > 1 ? lead.Concat(Shape.Of(band.Count, length)) : lead.Concat(Shape.Of(length))];
    }
}
