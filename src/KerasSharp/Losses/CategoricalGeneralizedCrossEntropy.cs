using KerasSharp.Ops;
using KerasSharp.Saving;

namespace KerasSharp.Losses;

/// <summary>(1 − p^q) / q for the probability p of the target class: between crossentropy (q → 0) and mean absolute error (q = 1), for noisy labels. Targets are class numbers.</summary>
/// <param name="q">The exponent, between 0 and 1.</param>
/// <param name="reduction">How the samples' losses become one number; see <see cref="Loss"/>.</param>
/// <param name="name">The name.</param>
public sealed class CategoricalGeneralizedCrossEntropy(
    double q = 0.5,
    string? reduction = "sum_over_batch_size",
    string name = "categorical_generalized_cross_entropy"
) : FunctionLoss(reduction, name)
{
    /// <summary>The exponent, between 0 and 1.</summary>
    public double Q { get; } = q is > 0 and < 1 ? q : throw new ArgumentOutOfRangeException(nameof(q), q, "q is above 0 and below 1");

    /// <inheritdoc/>
    public override Config GetConfig() => base.GetConfig().With(new() { ["q"] = Q });

    internal override Tensor Function(Tensor yTrue, Tensor yPred)
    {
        var classes = Op.OneHot(
            Op.Cast(yTrue, DType.Int32),
            K.Dimension(yPred, -1),
            Op.Constant(1, yPred.DType),
            Op.Constant(0, yPred.DType)
        );
        var p = K.Sum(yPred * classes, [-1]);
        return (1 - Op.Pow(p, Op.Constant(Q, yPred.DType))) / Q;
    }
}
