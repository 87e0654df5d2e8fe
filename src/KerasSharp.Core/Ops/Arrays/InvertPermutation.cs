using KerasSharp.Graphs;

namespace KerasSharp.Ops;

public static partial class Op
{
    internal static readonly OpDefinition InvertPermutationDefinition = new(
        "InvertPermutation(x: T) -> y: T | T: type = int32",
        ShapeRules.SameAsFirst
    );

    /// <summary>The permutation that undoes x. A constant where x is.</summary>
    public static Tensor InvertPermutation(Tensor x, string? name = null)
    {
        if (ConstantInts.Evaluate(x) is not { } permutation)
            return Make(InvertPermutationDefinition, [x], null, name);
        var inverse = new long[permutation.Length];
        for (int i = 0; i < inverse.Length; i++)
            inverse[permutation[i] < 0 ? permutation[i] + inverse.Length : permutation[i]] = i;
        return Ints(inverse);
    }
}
