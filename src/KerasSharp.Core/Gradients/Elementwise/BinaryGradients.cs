using KerasSharp.Ops;

namespace KerasSharp.Gradients;

/// <summary>Gradients of functions of two elements, before broadcasting is undone: inputs x and y, output z, gradient dz.</summary>
internal static class BinaryGradients
{
    private delegate (Tensor? Dx, Tensor? Dy) Row(Tensor x, Tensor y, Tensor z, Tensor dz);

    public static readonly IReadOnlyDictionary<string, GradientRule> Rules = new Dictionary<string, Row>
    {
        ["AddV2"] = (x, y, z, dz) => (dz, dz),
        ["Add"] = (x, y, z, dz) => (dz, dz),
        ["Sub"] = (x, y, z, dz) => (dz, -dz),
        ["Mul"] = (x, y, z, dz) => (dz * y, dz * x),
        ["RealDiv"] = (x, y, z, dz) => (dz / y, dz * (-x / y / y)),
        ["Div"] = (x, y, z, dz) => (Op.Div(dz, y), dz * Op.Div(Op.Div(-x, y), y)),
        ["DivNoNan"] = (x, y, z, dz) => (Op.DivNoNan(dz, y), dz * Op.DivNoNan(Op.DivNoNan(-x, y), y)),
        ["FloorDiv"] = (x, y, z, dz) => (null, null),
        ["FloorMod"] = (x, y, z, dz) => (dz, dz * -Op.FloorDiv(x, y)),
        ["Mod"] = (x, y, z, dz) => (dz, -(dz * Truncated(x / y))),
        ["TruncateMod"] = (x, y, z, dz) => (dz, -(dz * Truncated(x / y))),
        ["TruncateDiv"] = (x, y, z, dz) => (null, null),
        ["MulNoNan"] = (x, y, z, dz) => (Op.MulNoNan(dz, y), Op.MulNoNan(x, dz)),
        ["Maximum"] = (x, y, z, dz) => Chosen(Op.GreaterEqual(x, y), dz),
        ["Minimum"] = (x, y, z, dz) => Chosen(Op.LessEqual(x, y), dz),
        ["Pow"] = Pow,
        ["SquaredDifference"] = (x, y, z, dz) => (dz * ((x - y) * 2), dz * ((y - x) * 2)),
        ["Atan2"] = (x, y, z, dz) => (dz * y / (Op.Square(x) + Op.Square(y)), -(dz * x / (Op.Square(x) + Op.Square(y)))),
        ["Xlogy"] = (x, y, z, dz) => (dz * Op.Xlogy(NonZero(x), y), dz * Op.Xdivy(x, y)),
        ["Xdivy"] = (x, y, z, dz) => (dz * Op.Xdivy(NonZero(x), y), dz * Op.Xdivy(-x, Op.Square(y))),
        ["Xlog1py"] = (x, y, z, dz) => (dz * Op.Xlog1py(NonZero(x), y), dz * Op.Xdivy(x, y + 1)),
        ["Igamma"] = (a, x, z, dz) => (null, dz * Op.Exp(-x + (a - 1) * Op.Log(x) - Op.Lgamma(a))),
        ["Igammac"] = (a, x, z, dz) => (null, -(dz * Op.Exp(-x + (a - 1) * Op.Log(x) - Op.Lgamma(a)))),
        ["Zeta"] = (x, q, z, dz) => (null, dz * (-x * Op.Zeta(x + 1, q))),
        ["Polygamma"] = (n, x, z, dz) => (null, dz * Op.Polygamma(n + 1, x)),
        ["BitwiseAnd"] = (x, y, z, dz) => (null, null),
        ["BitwiseOr"] = (x, y, z, dz) => (null, null),
        ["BitwiseXor"] = (x, y, z, dz) => (null, null),
        ["LeftShift"] = (x, y, z, dz) => (null, null),
        ["RightShift"] = (x, y, z, dz) => (null, null),
        ["NextAfter"] = (x, y, z, dz) => (Op.OnesLike(x) * dz, Op.ZerosLike(y) * dz),
        ["SigmoidGrad"] = (y, dy, z, dz) => (dz * dy * (1 - y * 2), Op.SigmoidGrad(y, dz)),
        ["TanhGrad"] = (y, dy, z, dz) => (dz * dy * y * -2, Op.TanhGrad(y, dz)),
        ["SqrtGrad"] = (y, dy, z, dz) => (-(dz / y) * (dy * 0.5 / y), dz * 0.5 / y),
        ["RsqrtGrad"] = (y, dy, z, dz) => (dz * dy * Op.Square(y) * -1.5, Op.RsqrtGrad(y, dz)),
        ["ReciprocalGrad"] = (y, dy, z, dz) => (dz * dy * y * -2, Op.ReciprocalGrad(y, dz)),
        ["InvGrad"] = (y, dy, z, dz) => (dz * dy * y * -2, Op.InvGrad(y, dz)),
        ["ReluGrad"] = (g, x, z, dz) => (Op.ReluGrad(dz, x), Op.ZerosLike(x)),
        ["Relu6Grad"] = (g, x, z, dz) => (Op.Relu6Grad(dz, x), Op.ZerosLike(x)),
        ["EluGrad"] = (g, y, z, dz) => (Op.EluGrad(dz, y), Op.SelectV2(Op.Less(y, Op.ZerosLike(y)), dz * g, Op.ZerosLike(y))),
        ["SeluGrad"] = (g, y, z, dz) => (Op.SeluGrad(dz, y), Op.SelectV2(Op.Less(y, Op.ZerosLike(y)), dz * g, Op.ZerosLike(y))),
        ["SoftplusGrad"] = (g, x, z, dz) => (Op.SoftplusGrad(dz, x), dz * g * Op.SigmoidGrad(Op.Sigmoid(x), Op.OnesLike(x))),
        ["SoftsignGrad"] = (g, x, z, dz) => (Op.SoftsignGrad(dz, x), dz * g * -2 * Op.Sign(x) / Cube(1 + Op.Abs(x))),
    }.ToDictionary(row => row.Key, row => (GradientRule)(context => Apply(row.Value, context)));

    private static IReadOnlyList<Tensor?> Apply(Row row, GradientContext context)
    {
        var (dx, dy) = row(context.Input(0), context.Input(1), context.Output(), context.Gradient());
        return [dx, dy];
    }

    private static (Tensor?, Tensor?) Chosen(Tensor first, Tensor dz)
    {
        var zeros = Op.ZerosLike(dz);
        return (Op.SelectV2(first, dz, zeros), Op.SelectV2(first, zeros, dz));
    }

    /// <summary>The exponent's gradient is 0 where the base is not positive, as in TensorFlow.</summary>
    private static (Tensor?, Tensor?) Pow(Tensor x, Tensor y, Tensor z, Tensor dz)
    {
        var positive = Op.Greater(x, Op.ZerosLike(x));
        var logarithm = Op.SelectV2(positive, Op.Log(Op.SelectV2(positive, x, Op.OnesLike(x))), Op.ZerosLike(x));
        return (dz * y * Op.Pow(x, y - 1), dz * z * logarithm);
    }

    private static Tensor Truncated(Tensor x) => Op.Sign(x) * Op.Floor(Op.Abs(x));

    private static Tensor NonZero(Tensor x) => Op.Cast(Op.NotEqual(x, Op.ZerosLike(x)), x.DType);

    private static Tensor Cube(Tensor x) => x * Op.Square(x);
}
