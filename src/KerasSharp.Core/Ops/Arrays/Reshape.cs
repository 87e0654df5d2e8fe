using KerasSharp.Graphs;

namespace KerasSharp.Ops;

public static partial class Op
{
    internal static readonly OpDefinition ReshapeDefinition = new(
        "Reshape(tensor: T, shape: Tshape) -> output: T | T: type, Tshape: type = int32",
        InferReshape
    );

    /// <summary>The same elements in row order under another shape; one length may be -1, to be found.</summary>
    public static Tensor Reshape(Tensor tensor, Tensor shape, string? name = null) => Make(ReshapeDefinition, [tensor, shape], null, name);

    /// <summary>The same elements in row order under another shape; one length may be -1, to be found.</summary>
    public static Tensor Reshape(Tensor tensor, params ReadOnlySpan<long> shape) => Reshape(tensor, Ints(shape));

    private static Shape[] InferReshape(InferenceContext context)
    {
        if (context.Ints(1) is not { } dims)
            return [ShapeRules.FromInts(context, 1)];
        int hole = Array.IndexOf(dims, -1);
        long size = context.Shape(0).Size;
        if (hole < 0)
        {
            var full = Shape.Of(dims);
            return size < 0 || size == full.Size
                ? [full]
                : throw new ShapeException(
                    $"{size} elements of shape {context.Shape(0)} cannot take the shape {full}, which has {full.Size}"
                );
        }
        if (Array.IndexOf(dims, -1, hole + 1) >= 0 || size < 0)
            return [Shape.Of(dims)];
        long rest = 1;
        foreach (long dim in dims)
            if (dim >= 0)
                rest *= dim;
        if (rest == 0 ? size != 0 : size % rest != 0)
            throw new ShapeException($"{size} elements of shape {context.Shape(0)} cannot be divided into {Shape.Of(dims)}");
        dims = [.. dims];
        dims[hole] = rest == 0 ? 0 : size / rest;
        return [Shape.Of(dims)];
    }
}
