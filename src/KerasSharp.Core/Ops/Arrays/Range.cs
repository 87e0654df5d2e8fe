using KerasSharp.Graphs;

namespace KerasSharp.Ops;

public static partial class Op
{
    internal static readonly OpDefinition RangeDefinition = new(
        "Range(start: Tidx, limit: Tidx, delta: Tidx) -> output: Tidx | Tidx: type = int32",
        InferRange
    );

    /// <summary>The numbers start, start + delta, … before limit.</summary>
    public static Tensor Range(Tensor start, Tensor limit, Tensor delta, string? name = null) =>
        Make(RangeDefinition, [start, limit, delta], null, name);

    private static Shape[] InferRange(InferenceContext context)
    {
        if (context.Ints(0) is not [var start] || context.Ints(1) is not [var limit] || context.Ints(2) is not [var delta])
            return [Shape.OfRank(1)];
        if (delta == 0)
            throw new ShapeException("delta must not be 0");
        return [Shape.Of(Math.Max(0, (limit - start + delta - Math.Sign(delta)) / delta))];
    }
}
