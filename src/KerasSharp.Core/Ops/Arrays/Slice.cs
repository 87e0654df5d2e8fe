using KerasSharp.Graphs;

namespace KerasSharp.Ops;

public static partial class Op
{
    internal static readonly OpDefinition SliceDefinition = new(
        "Slice(input: T, begin: Index, size: Index) -> output: T | T: type, Index: type",
        InferSlice
    );

    /// <summary>A block of a tensor.</summary>
    /// <param name="input">A tensor of rank R.</param>
    /// <param name="begin">Where the block begins: R indices from 0.</param>
    /// <param name="size">Its R lengths; -1 is the rest of the axis.</param>
    /// <param name="name">A name hint.</param>
    public static Tensor Slice(Tensor input, Tensor begin, Tensor size, string? name = null) =>
        Make(SliceDefinition, [input, begin, size], null, name);

    /// <summary>A block of a tensor: where it begins and its lengths, of which -1 is the rest of the axis.</summary>
    public static Tensor Slice(Tensor input, ReadOnlySpan<long> begin, ReadOnlySpan<long> size, string? name = null) =>
        Slice(input, Ints(begin), Ints(size), name);

    private static Shape[] InferSlice(InferenceContext context)
    {
        var shape = context.Shape(0);
        if (context.Elements(2) is not { } size)
            return [shape.HasRank ? Shape.OfRank(shape.Rank) : ShapeRules.FromInts(context, 2)];
        var begin = context.Elements(1);
        if (shape.HasRank && (size.Length != shape.Rank || (begin is not null && begin.Length != shape.Rank)))
            throw new ShapeException($"begin and size must have {shape.Rank} elements");
        var dims = new long[size.Length];
        for (int i = 0; i < dims.Length; i++)
            dims[i] = SliceLength(shape.HasRank ? shape[i] : -1, begin?[i], size[i], i);
        return [Shape.Of(dims)];
    }

    private static long SliceLength(long length, long? begin, long? size, int axis)
    {
        if (size is -1)
            return length >= 0 && begin is { } start ? Checked(length, start, length - start, axis) : -1;
        if (size is not { } known)
            return -1;
        return length >= 0 && begin is { } from ? Checked(length, from, known, axis) : known;
    }

    private static long Checked(long length, long begin, long size, int axis) =>
        begin >= 0 && size >= 0 && begin + size <= length
            ? size
            : throw new ShapeException($"the slice [{begin}, {begin + size}) lies outside axis {axis} of length {length}");
}
