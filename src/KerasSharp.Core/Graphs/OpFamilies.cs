using KerasSharp.Ops;

namespace KerasSharp.Graphs;

/// <summary>The list of all families of ops; a family lists its ops in a file beside them.</summary>
internal static class OpFamilies
{
    public static IEnumerable<KeyValuePair<string, IReadOnlyList<OpDefinition>>> All =>
        [
            new("Arrays", ArrayOps.All),
            new("Elementwise", ElementwiseOps.All),
            new("Math", MathOps.All),
            new("Reduction", ReductionOps.All),
            new("Neural", NeuralOps.All),
            new("Random", RandomOps.All),
            new("Image", ImageOps.All),
            new("State", StateOps.All),
            new("Control", ControlOps.All),
        ];
}
