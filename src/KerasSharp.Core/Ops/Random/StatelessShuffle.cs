using KerasSharp.Graphs;

namespace KerasSharp.Ops;

public static partial class Op
{
    internal static readonly OpDefinition StatelessShuffleDefinition = new(
        "StatelessShuffle(value: T, key: uint64, counter: uint64, alg: int32) -> output: T | T: type",
        ShapeRules.SameAsFirst
    );

    /// <summary>The rows (first axis) in a random order. Key, counter and alg as for <see cref="StatelessRandomUniformV2"/>.</summary>
    public static Tensor StatelessShuffle(Tensor value, Tensor key, Tensor counter, Tensor alg, string? name = null) =>
        Make(StatelessShuffleDefinition, [value, key, counter, alg], null, name);
}
