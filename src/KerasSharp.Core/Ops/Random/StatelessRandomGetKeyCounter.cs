using KerasSharp.Graphs;

namespace KerasSharp.Ops;

public static partial class Op
{
    internal static readonly OpDefinition StatelessRandomGetKeyCounterDefinition = new(
        "StatelessRandomGetKeyCounter(seed: Tseed) -> key: uint64, counter: uint64 | Tseed: type = int64",
        context => InferKeyCounter(context)[..2]
    );

    internal static readonly OpDefinition StatelessRandomGetKeyCounterAlgDefinition = new(
        "StatelessRandomGetKeyCounterAlg(seed: Tseed) -> key: uint64, counter: uint64, alg: int32 | Tseed: type = int64",
        InferKeyCounter
    );

    internal static readonly OpDefinition StatelessRandomGetAlgDefinition = new(
        "StatelessRandomGetAlg() -> alg: int32",
        ShapeRules.ScalarOutput
    )
    {
        IsStateful = true,
    };

    /// <summary>Scrambles a seed of two integers into a key (one uint64) and a counter (two uint64).</summary>
    public static (Tensor Key, Tensor Counter) StatelessRandomGetKeyCounter(Tensor seed, string? name = null)
    {
        var outputs = MakeMany(StatelessRandomGetKeyCounterDefinition, [seed], null, name);
        return (outputs[0], outputs[1]);
    }

    /// <summary><see cref="StatelessRandomGetKeyCounter"/> together with <see cref="StatelessRandomGetAlg"/>.</summary>
    public static (Tensor Key, Tensor Counter, Tensor Alg) StatelessRandomGetKeyCounterAlg(Tensor seed, string? name = null)
    {
        var outputs = MakeMany(StatelessRandomGetKeyCounterAlgDefinition, [seed], null, name);
        return (outputs[0], outputs[1], outputs[2]);
    }

    /// <summary>The device's algorithm: 1, Philox.</summary>
    public static Tensor StatelessRandomGetAlg(string? name = null) => Make(StatelessRandomGetAlgDefinition, [], null, name);

    private static Shape[] InferKeyCounter(InferenceContext context)
    {
        ShapeRules.MergeDim(context.WithRank(0, 1)[0], 2, "the length of the seed and 2");
        return [Shape.Of(1), Shape.Of(2), Shape.Scalar];
    }
}
