using KerasSharp.Ops;

namespace KerasSharp.Gradients;

/// <summary>Axis lists for reductions.</summary>
internal static class Axes
{
    /// <summary>All axes of a tensor.</summary>
    public static Tensor AllOf(Tensor tensor) =>
        tensor.Shape.HasRank
            ? Op.Ints([.. Enumerable.Range(0, tensor.Rank).Select(axis => (long)axis)])
            : Op.Range(Op.Int(0), Op.Rank(tensor), Op.Int(1));
}
