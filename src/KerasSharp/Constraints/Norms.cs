using KerasSharp.Ops;

namespace KerasSharp.Constraints;

/// <summary>The lengths of a weight's vectors.</summary>
internal static class Norms
{
    public static Tensor Of(Tensor w, IReadOnlyList<int> axes) => Op.Sqrt(K.Sum(Op.Square(w), [.. axes], keepDims: true));

    /// <summary>As Keras writes it: one axis as a number, several as a list.</summary>
    public static object AxisConfig(IReadOnlyList<int> axes) => axes.Count == 1 ? (long)axes[0] : axes;
}
