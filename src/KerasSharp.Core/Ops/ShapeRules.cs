using KerasSharp.Graphs;

namespace KerasSharp.Ops;

/// <summary>Shape rules that many ops share.</summary>
internal static class ShapeRules
{
    /// <summary>The output is shaped as the first input.</summary>
    public static readonly ShapeRule SameAsFirst = context => [context.Shape(0)];

    /// <summary>The output is a single number.</summary>
    public static readonly ShapeRule ScalarOutput = _ => [Shape.Scalar];

    /// <summary>The output has the shape that two inputs broadcast to.</summary>
    public static readonly ShapeRule BroadcastBinary = context => [Broadcast(context.Shape(0), context.Shape(1))];

    /// <summary>The inputs are merged into one shape, which the output has.</summary>
    public static readonly ShapeRule MergeAll = context =>
    {
        var merged = context.Shape(0);
        for (int i = 1; i < context.InputCount; i++)
            merged = Merge(merged, context.Shape(i), $"inputs 0 and {i}");
        return [merged];
    };

    /// <summary>The shape that two shapes broadcast to, by NumPy's rule.</summary>
    /// <exception cref="ShapeException">They do not.</exception>
    public static Shape Broadcast(Shape a, Shape b)
    {
        if (!a.HasRank || !b.HasRank)
            return Shape.Unknown;
        var dims = new long[Math.Max(a.Rank, b.Rank)];
        for (int i = 1; i <= dims.Length; i++)
            dims[^i] = BroadcastDim(i <= a.Rank ? a.Dims[^i] : 1, i <= b.Rank ? b.Dims[^i] : 1, a, b);
        return Shape.Of(dims);
    }

    /// <summary>What is known of a tensor that must have both shapes.</summary>
    /// <exception cref="ShapeException">None can.</exception>
    public static Shape Merge(Shape a, Shape b, string what) =>
        a.IsCompatibleWith(b) ? a.MergeWith(b) : throw new ShapeException($"{what} must have equal shapes, but they are {a} and {b}");

    /// <summary>A single length that must be both.</summary>
    public static long MergeDim(long a, long b, string what) =>
        a < 0 ? b
        : b < 0 || a == b ? a
        : throw new ShapeException($"{what} must be equal, but they are {a} and {b}");

    /// <summary>A shape from the values of an integer input: known elements, -1 for others, unknown rank where nothing is known.</summary>
    public static Shape FromInts(InferenceContext context, int index)
    {
        if (context.Ints(index) is { } dims)
            return Shape.Of(dims);
        var shape = context.Shape(index);
        return shape.HasRank && shape.Rank == 1 && shape[0] >= 0 ? Shape.OfRank((int)shape[0]) : Shape.Unknown;
    }

    /// <summary>An axis counted from the front.</summary>
    /// <exception cref="ShapeException">It lies outside the rank.</exception>
    public static int Axis(long axis, int rank) =>
        axis >= -rank && axis < rank
            ? (int)(axis < 0 ? axis + rank : axis)
            : throw new ShapeException($"axis {axis} lies outside a tensor of rank {rank}");

    private static long BroadcastDim(long x, long y, Shape a, Shape b) =>
        x == 1 ? y
        : y == 1 ? x
        : x < 0 ? y
        : y < 0 || x == y ? x
        : throw new ShapeException($"shapes {a} and {b} cannot be broadcast: the lengths {x} and {y} differ and neither is 1");
}
