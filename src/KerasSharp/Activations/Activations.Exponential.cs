using KerasSharp.Ops;

namespace KerasSharp;

/// <content>The exponential linear units.</content>
public static partial class Activations
{
    /// <summary>x where positive, else alpha · (exp(x) − 1).</summary>
    /// <param name="x">The input, of a floating type.</param>
    /// <param name="alpha">The size of the negative part; 1 by default.</param>
    public static Tensor Elu(Tensor x, double alpha = 1) =>
        alpha == 1 ? Op.Elu(x) : Op.SelectV2(Op.Greater(x, Number(0, x)), Op.Elu(x), alpha * Op.Elu(x));

    /// <summary>The scaled exponential linear unit of self-normalizing networks.</summary>
    /// <param name="x">The input, of a floating type.</param>
    public static Tensor Selu(Tensor x) => Op.Selu(x);

    /// <summary>max(x, 0) + alpha · (exp(min(x, 0) / alpha) − 1).</summary>
    /// <param name="x">The input, of a floating type.</param>
    /// <param name="alpha">The size of the negative part, not 0; 1 by default.</param>
    public static Tensor Celu(Tensor x, double alpha = 1) =>
        Op.Maximum(x, Number(0, x)) + alpha * Op.Expm1(Op.Minimum(x, Number(0, x)) / alpha);
}
