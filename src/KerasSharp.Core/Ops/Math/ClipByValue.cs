using KerasSharp.Graphs;

namespace KerasSharp.Ops;

public static partial class Op
{
    internal static readonly OpDefinition ClipByValueDefinition = new(
        "ClipByValue(t: T, clip_value_min: T, clip_value_max: T) -> output: T | T: type",
        context => [ShapeRules.Broadcast(context.Shape(0), ShapeRules.Broadcast(context.Shape(1), context.Shape(2)))]
    )
    {
        Broadcasts = true,
    };

    internal static readonly OpDefinition CrossDefinition = new("Cross(a: T, b: T) -> product: T | T: type", ShapeRules.MergeAll);

    internal static readonly OpDefinition ApproximateEqualDefinition = new(
        "ApproximateEqual(x: T, y: T) -> z: bool | T: type, tolerance: float = 1e-05",
        ShapeRules.MergeAll
    );

    internal static readonly OpDefinition PopulationCountDefinition = new(
        "PopulationCount(x: T) -> y: uint8 | T: type",
        ShapeRules.SameAsFirst
    );

    /// <summary>Each element, but not less and not more than two bounds, which are broadcast.</summary>
    public static Tensor ClipByValue(Tensor t, Tensor clipValueMin, Tensor clipValueMax, string? name = null) =>
        Make(ClipByValueDefinition, [t, clipValueMin, clipValueMax], null, name);

    /// <summary>The cross products of vectors of 3 elements, which lie along the last axis.</summary>
    public static Tensor Cross(Tensor a, Tensor b, string? name = null) => Make(CrossDefinition, [a, b], null, name);

    /// <summary>Whether elements differ by less than a tolerance.</summary>
    public static Tensor ApproximateEqual(Tensor x, Tensor y, double tolerance = 1e-5, string? name = null) =>
        Make(ApproximateEqualDefinition, [x, y], new Attributes { ["tolerance"] = tolerance }, name);

    /// <summary>How many bits of each integer are 1.</summary>
    public static Tensor PopulationCount(Tensor x, string? name = null) => Make(PopulationCountDefinition, [x], null, name);
}
