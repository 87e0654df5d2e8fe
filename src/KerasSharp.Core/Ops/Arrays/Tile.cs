using KerasSharp.Graphs;

namespace KerasSharp.Ops;

public static partial class Op
{
    internal static readonly OpDefinition TileDefinition = new(
        "Tile(input: T, multiples: Tmultiples) -> output: T | T: type, Tmultiples: type = int32",
        InferTile
    );

    /// <summary>A tensor repeated along its axes.</summary>
    /// <param name="input">A tensor of rank R.</param>
    /// <param name="multiples">R counts of 0 or more.</param>
    /// <param name="name">A name hint.</param>
    public static Tensor Tile(Tensor input, Tensor multiples, string? name = null) => Make(TileDefinition, [input, multiples], null, name);

    /// <summary>A tensor repeated along its axes, a count for each.</summary>
    public static Tensor Tile(Tensor input, params ReadOnlySpan<long> multiples) => Tile(input, Ints(multiples));

    private static Shape[] InferTile(InferenceContext context)
    {
        var shape = context.Shape(0);
        if (context.Elements(1) is not { } multiples)
            return [shape.HasRank ? Shape.OfRank(shape.Rank) : ShapeRules.FromInts(context, 1)];
        if (shape.HasRank && multiples.Length != shape.Rank)
            throw new ShapeException($"multiples must have {shape.Rank} elements");
        if (Array.Exists(multiples, count => count < 0))
            throw new ShapeException("multiples must not be negative");
        return [Shape.Of([.. multiples.Select((count, i) => !shape.HasRank || shape[i] < 0 ? -1 : count * shape[i] ?? -1)])];
    }
}
