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
        if (Number(context, 0) is not { } start || Number(context, 1) is not { } limit || Number(context, 2) is not { } delta)
            return [Shape.OfRank(1)];
        if (delta == 0)
            throw new ShapeException("delta must not be 0");
        return [Shape.Of(Math.Max(0, (limit - start + delta - Math.Sign(delta)) / delta))];
    }

    private static long? Number(InferenceContext context, int index) => context.Elements(index) is [{ } value] ? value : null;
}
