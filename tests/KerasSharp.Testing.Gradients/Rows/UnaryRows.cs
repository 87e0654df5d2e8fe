using KerasSharp.Ops;
using static KerasSharp.Ops.Op;
using static KerasSharp.Testing.Gradients.Argument;

namespace KerasSharp.Testing.Gradients;

/// <summary>Functions of one element, each inside the range where it is smooth.</summary>
internal static class UnaryRows
{
    public static IEnumerable<GradientRow> Rows =>
        [
            Row("Abs", -2, 2),
            Row("Acos", -0.8, 0.8),
            Row("Acosh", 1.2, 3),
            Row("Asin", -0.8, 0.8),
            Row("Asinh", -2, 2),
            Row("Atan", -2, 2),
            Row("Atanh", -0.8, 0.8),
            Row("BesselI0e", 0.2, 4),
            Row("BesselI0e", -12, -9),
            Row("BesselI1e", 0.2, 4),
            Row("BesselI1e", -12, -9),
            Row("Ceil", 0.1, 0.9),
            Row("Cos", -2, 2),
            Row("Cosh", -2, 2),
            Row("Digamma", 0.4, 4),
            Row("Erf", -2, 2),
            Row("Erfc", -2, 2),
            Row("Erfinv", -0.8, 0.8),
            Row("Exp", -2, 2),
            Row("Expm1", -2, 2),
            Row("Floor", 0.1, 0.9),
            Row("Inv", 0.5, 2),
            Row("Lgamma", 0.4, 4),
            Row("Log", 0.3, 3),
            Row("Log1p", -0.6, 2),
            Row("Ndtri", 0.1, 0.9),
            Row("Neg", -2, 2),
            Row("Reciprocal", -2, -0.5),
            Row("Rint", 0.1, 0.4),
            Row("Round", 0.6, 0.9),
            Row("Rsqrt", 0.3, 3),
            Row("Sigmoid", -3, 3),
            Row("Sign", 0.2, 2),
            Row("Sin", -2, 2),
            Row("Sinh", -2, 2),
            Row("Sqrt", 0.3, 3),
            Row("Square", -2, 2),
            Row("Tan", -1, 1),
            Row("Tanh", -2, 2),
            Row("Relu", -2, 2),
            Row("Relu6", -1, 8),
            Row("Elu", -2, 2),
            Row("Selu", -2, 2),
            Row("Softplus", -3, 3),
            Row("Softsign", -2, 2),
            .. Others,
            new("Cast", "to a wider type", [In(2, 3)], x => [Cast(x[0], DType.Float64)]) { DType = DType.Float32 },
        ];

    private static GradientRows Others =>
        new()
        {
            { "Cast", "through integers", [Within(0.1, 0.9, 4)], x => Cast(Cast(x[0], DType.Int32), DType.Float64) },
            { "LeakyRelu", [In(3, 4)], x => LeakyRelu(x[0]) },
            { "LeakyRelu", "steep", [In(3, 4)], x => LeakyRelu(x[0], 1.5) },
            { "L2Loss", [In(3, 4)], x => L2Loss(x[0]) },
        };

    private static GradientRow Row(string op, double low, double high) =>
        new(op, FormattableString.Invariant($"from {low} to {high}"), [Within(low, high, 2, 4)], x => Apply(op, x));
}
