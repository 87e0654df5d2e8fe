using KerasSharp.Ops;
using static System.Math;

namespace KerasSharp.Gradients;

/// <summary>Gradients of functions of one element: input x, output y, gradient dy.</summary>
internal static class UnaryGradients
{
    private delegate Tensor? Row(Tensor x, Tensor y, Tensor dy);

    public static readonly IReadOnlyDictionary<string, GradientRule> Rules = new Dictionary<string, Row>
    {
        ["Abs"] = (x, y, dy) => dy * Op.Sign(x),
        ["Acos"] = (x, y, dy) => -(dy * Op.Rsqrt(1 - Op.Square(x))),
        ["Acosh"] = (x, y, dy) => dy / Op.Sinh(y),
        ["Asin"] = (x, y, dy) => dy * Op.Rsqrt(1 - Op.Square(x)),
        ["Asinh"] = (x, y, dy) => dy / Op.Cosh(y),
        ["Atan"] = (x, y, dy) => dy / (1 + Op.Square(x)),
        ["Atanh"] = (x, y, dy) => dy / (1 - Op.Square(x)),
        ["BesselI0e"] = (x, y, dy) => dy * (Op.BesselI1e(x) - Op.Sign(x) * y),
        ["BesselI1e"] = BesselI1e,
        ["Ceil"] = (x, y, dy) => null,
        ["Cos"] = (x, y, dy) => -(dy * Op.Sin(x)),
        ["Cosh"] = (x, y, dy) => dy * Op.Sinh(x),
        ["Digamma"] = (x, y, dy) => dy * Op.Polygamma(Op.OnesLike(x), x),
        ["Erf"] = (x, y, dy) => dy * (2 / Sqrt(PI)) * Op.Exp(-Op.Square(x)),
        ["Erfc"] = (x, y, dy) => dy * (-2 / Sqrt(PI)) * Op.Exp(-Op.Square(x)),
        ["Erfinv"] = (x, y, dy) => dy * (Sqrt(PI) / 2) * Op.Exp(Op.Square(y)),
        ["Exp"] = (x, y, dy) => dy * y,
        ["Expm1"] = (x, y, dy) => dy * Op.Exp(x),
        ["Floor"] = (x, y, dy) => null,
        ["Inv"] = (x, y, dy) => Op.InvGrad(y, dy),
        ["Lgamma"] = (x, y, dy) => dy * Op.Digamma(x),
        ["Log"] = (x, y, dy) => dy / x,
        ["Log1p"] = (x, y, dy) => dy / (1 + x),
        ["Ndtri"] = (x, y, dy) => dy * Sqrt(2 * PI) * Op.Exp(Op.Square(y) / 2),
        ["Neg"] = (x, y, dy) => -dy,
        ["Reciprocal"] = (x, y, dy) => Op.ReciprocalGrad(y, dy),
        ["Rint"] = (x, y, dy) => null,
        ["Round"] = (x, y, dy) => null,
        ["Rsqrt"] = (x, y, dy) => Op.RsqrtGrad(y, dy),
        ["Sigmoid"] = (x, y, dy) => Op.SigmoidGrad(y, dy),
        ["Sign"] = (x, y, dy) => Op.ZerosLike(x),
        ["Sin"] = (x, y, dy) => dy * Op.Cos(x),
        ["Sinh"] = (x, y, dy) => dy * Op.Cosh(x),
        ["Sqrt"] = (x, y, dy) => Op.SqrtGrad(y, dy),
        ["Square"] = (x, y, dy) => dy * (x * 2),
        ["Tan"] = (x, y, dy) => dy * Op.Square(Op.Reciprocal(Op.Cos(x))),
        ["Tanh"] = (x, y, dy) => Op.TanhGrad(y, dy),
        ["Invert"] = (x, y, dy) => null,
        ["Relu"] = (x, y, dy) => Op.ReluGrad(dy, y),
        ["Relu6"] = (x, y, dy) => Op.Relu6Grad(dy, y),
        ["Elu"] = (x, y, dy) => Op.EluGrad(dy, y),
        ["Selu"] = (x, y, dy) => Op.SeluGrad(dy, y),
        ["Softplus"] = (x, y, dy) => Op.SoftplusGrad(dy, x),
        ["Softsign"] = (x, y, dy) => Op.SoftsignGrad(dy, x),
        ["Cast"] = (x, y, dy) => x.DType.IsDifferentiable() && dy.DType.IsDifferentiable() ? Op.Cast(dy, x.DType) : null,
    }.ToDictionary(row => row.Key, row => (GradientRule)(context => [row.Value(context.Input(0), context.Output(), context.Gradient())]));

    /// <summary>At 0 the derivative is 1/2, the limit of I0e(x) - y (sign(x) + 1/x).</summary>
    private static Tensor BesselI1e(Tensor x, Tensor y, Tensor dy)
    {
        var isZero = Op.Equal(x, Op.ZerosLike(x));
        var safe = Op.SelectV2(isZero, Op.OnesLike(x), x);
        var slope = Op.BesselI0e(safe) - y * (Op.Sign(safe) + Op.Reciprocal(safe));
        return dy * Op.SelectV2(isZero, Op.OnesLike(x) * 0.5, slope);
    }
}
