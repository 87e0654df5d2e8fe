using KerasSharp.Ops;

namespace KerasSharp;

/// <summary>Keras's activation functions, with all their arguments. All keep the shape, except <see cref="Glu"/>.</summary>
public static partial class Activations
{
    /// <summary>The input itself.</summary>
    /// <param name="x">The input, of any type.</param>
    public static Tensor Linear(Tensor x) => x;

    /// <summary>1 / (1 + exp(−x)).</summary>
    /// <param name="x">The input, of a floating type.</param>
    public static Tensor Sigmoid(Tensor x) => ActivationLogits.Remember(Op.Sigmoid(x), x);

    /// <summary>The hyperbolic tangent.</summary>
    /// <param name="x">The input, of a floating type.</param>
    public static Tensor Tanh(Tensor x) => Op.Tanh(x);

    /// <summary>exp(x).</summary>
    /// <param name="x">The input, of a floating type.</param>
    public static Tensor Exponential(Tensor x) => Op.Exp(x);

    /// <summary>log(1 + exp(x)).</summary>
    /// <param name="x">The input, of a floating type.</param>
    public static Tensor Softplus(Tensor x) => Op.Softplus(x);

    /// <summary>x / (1 + |x|).</summary>
    /// <param name="x">The input, of a floating type.</param>
    public static Tensor Softsign(Tensor x) => Op.Softsign(x);

    /// <summary>log(sigmoid(x)).</summary>
    /// <param name="x">The input, of a floating type.</param>
    public static Tensor LogSigmoid(Tensor x) => -Op.Softplus(-x);

    /// <summary>x · sigmoid(x), also called swish.</summary>
    /// <param name="x">The input, of a floating type.</param>
    public static Tensor Silu(Tensor x) => x * Op.Sigmoid(x);

    /// <summary>x · tanh(softplus(x)).</summary>
    /// <param name="x">The input, of a floating type.</param>
    public static Tensor Mish(Tensor x) => x * Op.Tanh(Op.Softplus(x));

    /// <summary>x − tanh(x).</summary>
    /// <param name="x">The input, of a floating type.</param>
    public static Tensor TanhShrink(Tensor x) => x - Op.Tanh(x);

    /// <summary>(x + sqrt(x² + b)) / 2.</summary>
    /// <param name="x">The input, of a floating type.</param>
    /// <param name="b">How round the curve is at 0; 4 by default.</param>
    public static Tensor Squareplus(Tensor x, double b = 4) => (x + Op.Sqrt(Op.Square(x) + b)) / 2;

    /// <summary>x times the normal distribution function of x.</summary>
    /// <param name="x">The input.</param>
    /// <param name="approximate">Whether to use the approximation by tanh.</param>
    public static Tensor Gelu(Tensor x, bool approximate = false) =>
        approximate
            ? 0.5 * x * (1 + Op.Tanh(0.7978845608028654 * (x + 0.044715 * Op.Pow(x, Op.Constant(3, x.DType)))))
            : 0.5 * x * (1 + Op.Erf(x / 1.4142135623730951));
}
