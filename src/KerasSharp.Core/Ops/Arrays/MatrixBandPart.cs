using KerasSharp.Graphs;

namespace KerasSharp.Ops;

public static partial class Op
{
    internal static readonly OpDefinition MatrixBandPartDefinition = new(
        "MatrixBandPart(input: T, num_lower: Tindex, num_upper: Tindex) -> band: T | T: type, Tindex: type = int64",
        ShapeRules.SameAsFirst
    );

    internal static readonly OpDefinition DiagDefinition = new(
        "Diag(diagonal: T) -> output: T | T: type",
        context => [context.Shape(0).Concat(context.Shape(0))]
    );

    internal static readonly OpDefinition DiagPartDefinition = new("DiagPart(input: T) -> diagonal: T | T: type", InferDiagPart);

    internal static readonly OpDefinition MatrixDiagDefinition = new(
        "MatrixDiag(diagonal: T) -> output: T | T: type",
        context => [context.Shape(0).HasRank ? context.Shape(0).Concat(context.Shape(0).Slice(-1)) : Shape.Unknown]
    );

    internal static readonly OpDefinition MatrixDiagPartDefinition = new(
        "MatrixDiagPart(input: T) -> diagonal: T | T: type",
        context =>
        {
            var shape = context.Shape(0);
            if (!shape.HasRank)
                return [Shape.Unknown];
            return [shape.Slice(0, shape.Rank - 2).Concat(Shape.Of(shape[-1] < 0 || shape[-2] < 0 ? -1 : Math.Min(shape[-1], shape[-2])))];
        }
    );

    internal static readonly OpDefinition MatrixSetDiagDefinition = new(
        "MatrixSetDiag(input: T, diagonal: T) -> output: T | T: type",
        ShapeRules.SameAsFirst
    );

    /// <summary>Matrices with all outside a band set to 0.</summary>
    /// <param name="input">[…, rows, columns].</param>
    /// <param name="numLower">How many diagonals are kept below the main one, a scalar; a negative number keeps all.</param>
    /// <param name="numUpper">How many diagonals are kept above the main one, a scalar; a negative number keeps all.</param>
    /// <param name="name">A name hint.</param>
    public static Tensor MatrixBandPart(Tensor input, Tensor numLower, Tensor numUpper, string? name = null) =>
        Make(MatrixBandPartDefinition, [input, numLower, numUpper], null, name);

    /// <summary>A tensor of twice the rank with the given one as its diagonal, and 0 elsewhere.</summary>
    public static Tensor Diag(Tensor diagonal, string? name = null) => Make(DiagDefinition, [diagonal], null, name);

    /// <summary>The diagonal of a tensor whose shape is some shape twice.</summary>
    public static Tensor DiagPart(Tensor input, string? name = null) => Make(DiagPartDefinition, [input], null, name);

    /// <summary>Square matrices with given main diagonals and 0 elsewhere: the older op.</summary>
    public static Tensor MatrixDiag(Tensor diagonal, string? name = null) => Make(MatrixDiagDefinition, [diagonal], null, name);

    /// <summary>The main diagonals of matrices: the older op.</summary>
    public static Tensor MatrixDiagPart(Tensor input, string? name = null) => Make(MatrixDiagPartDefinition, [input], null, name);

    /// <summary>Matrices with their main diagonals replaced: the older op.</summary>
    public static Tensor MatrixSetDiag(Tensor input, Tensor diagonal, string? name = null) =>
        Make(MatrixSetDiagDefinition, [input, diagonal], null, name);

    private static Shape[] InferDiagPart(InferenceContext context)
    {
        var shape = context.Shape(0);
        if (!shape.HasRank)
            return [Shape.Unknown];
        if (shape.Rank == 0 || shape.Rank % 2 != 0)
            throw new ShapeException($"input must have an even rank, but its shape is {shape}");
        int half = shape.Rank / 2;
        return [ShapeRules.Merge(shape.Slice(0, half), shape.Slice(half), "the halves of the shape")];
    }
}
