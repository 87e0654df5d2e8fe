using KerasSharp.Graphs;

namespace KerasSharp.Ops;

public static partial class Op
{
    internal static readonly OpDefinition IdentityDefinition = new("Identity(input: T) -> output: T | T: type", ShapeRules.SameAsFirst);

    internal static readonly OpDefinition StopGradientDefinition = new(
        "StopGradient(input: T) -> output: T | T: type",
        ShapeRules.SameAsFirst
    );

    internal static readonly OpDefinition IdentityNDefinition = new(
        "IdentityN(input: T...) -> output: T... | T: list(type)",
        context => [.. Enumerable.Range(0, context.InputCount).Select(context.Shape)]
    );

    /// <summary>The same value under another name.</summary>
    public static Tensor Identity(Tensor input, string? name = null) => Make(IdentityDefinition, [input], null, name);

    /// <summary>The same values, as outputs of one operation.</summary>
    public static IReadOnlyList<Tensor> IdentityN(IReadOnlyList<Tensor> input, string? name = null) =>
        MakeMany(IdentityNDefinition, input, null, name);

    /// <summary>The same value, through which no gradient flows.</summary>
    public static Tensor StopGradient(Tensor input, string? name = null) => Make(StopGradientDefinition, [input], null, name);
}
