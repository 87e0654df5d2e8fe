using KerasSharp.Graphs;

namespace KerasSharp.Ops;

/// <summary>The ops of the family Random.</summary>
internal static class RandomOps
{
    public static IReadOnlyList<OpDefinition> All =>
        [
            .. Op.RandomDefinitions.Values,
            Op.StatelessRandomGetKeyCounterDefinition,
            Op.StatelessRandomGetKeyCounterAlgDefinition,
            Op.StatelessRandomGetAlgDefinition,
            Op.StatelessShuffleDefinition,
            Op.StatelessMultinomialDefinition,
        ];
}
