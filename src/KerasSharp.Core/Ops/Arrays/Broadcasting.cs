using KerasSharp.Graphs;

namespace KerasSharp.Ops;

public static partial class Op
{
    internal static readonly OpDefinition BroadcastToDefinition = new(
        "BroadcastTo(input: T, shape: Tidx) -> output: T | T: type, Tidx: type = int32",
        context =>
        {
            var target = ShapeRules.FromInts(context, 1);
            if (!ShapeRules.Broadcast(context.Shape(0), target).IsCompatibleWith(target))
                throw new ShapeException($"shape {context.Shape(0)} cannot be broadcast to {target}");
            return [target];
        }
    );

    internal static readonly OpDefinition BroadcastGradientArgsDefinition = new(
        "BroadcastGradientArgs(s0: T, s1: T) -> r0: T, r1: T | T: type = int32",
        _ => [Shape.OfRank(1), Shape.OfRank(1)]
    );

    /// <summary>The input repeated along new and unit dimensions to fill a shape.</summary>
    public static Tensor BroadcastTo(Tensor input, Tensor shape, string? name = null) =>
        Make(BroadcastToDefinition, [input, shape], null, name);

    /// <summary>For two shapes that were broadcast: the axes over which each one's gradient must be summed.</summary>
    public static (Tensor R0, Tensor R1) BroadcastGradientArgs(Tensor s0, Tensor s1, string? name = null)
    {
        var outputs = MakeMany(BroadcastGradientArgsDefinition, [s0, s1], null, name);
        return (outputs[0], outputs[1]);
    }
}
