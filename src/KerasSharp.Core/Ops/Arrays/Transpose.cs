using KerasSharp.Graphs;

namespace KerasSharp.Ops;

public static partial class Op
{
    internal static readonly OpDefinition TransposeDefinition = new(
        "Transpose(x: T, perm: Tperm) -> y: T | T: type, Tperm: type = int32",
        InferTranspose
    );

    /// <summary>The dimensions in another order: dimension i of the result is dimension perm[i] of x.</summary>
    public static Tensor Transpose(Tensor x, Tensor perm, string? name = null) => Make(TransposeDefinition, [x, perm], null, name);

    /// <summary>The dimensions in another order: dimension i of the result is dimension perm[i] of x.</summary>
    public static Tensor Transpose(Tensor x, params ReadOnlySpan<long> perm) => Transpose(x, Ints(perm));

    private static Shape[] InferTranspose(InferenceContext context)
    {
        var shape = context.Shape(0);
        if (context.Ints(1) is not { } perm || !shape.HasRank)
            return [shape.HasRank ? Shape.OfRank(shape.Rank) : Shape.Unknown];
        if (perm.Length != shape.Rank || perm.Select(axis => ShapeRules.Axis(axis, shape.Rank)).Distinct().Count() != perm.Length)
            throw new ShapeException($"({string.Join(", ", perm)}) does not permute the dimensions of shape {shape}");
        return [Shape.Of([.. perm.Select(axis => shape[(int)axis])])];
    }
}
