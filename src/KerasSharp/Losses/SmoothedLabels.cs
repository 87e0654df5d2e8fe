using KerasSharp.Ops;

namespace KerasSharp.Losses;

/// <summary>Label smoothing.</summary>
internal static class SmoothedLabels
{
    /// <summary>Yes-or-no targets moved towards 0.5.</summary>
    public static Tensor Binary(Tensor target, double smoothing) => smoothing == 0 ? target : target * (1 - smoothing) + 0.5 * smoothing;

    /// <summary>One-hot targets moved towards an equal share of all classes, which are counted along the last axis, as Keras does.</summary>
    public static Tensor Categorical(Tensor target, double smoothing) =>
        smoothing == 0
            ? target
            : target * (1 - smoothing) + Op.Constant(smoothing, target.DType) / Op.Cast(K.Dimension(target, -1), target.DType);
}
