using KerasSharp.Ops;
using static KerasSharp.Ops.Op;
using static KerasSharp.Testing.Gradients.Argument;

namespace KerasSharp.Testing.Gradients;

/// <summary>Functions of two elements and what they broadcast, selections, sums of many, and the gradients of activations.</summary>
internal static class BinaryRows
{
    private static readonly Tensor Mask = Constant(TensorValue.From<bool>(Shape.Of(2, 3), [true, false, true, false, false, true]));

    public static GradientRows Rows =>
        [
            .. Broadcast("AddV2"),
            .. Broadcast("Add"),
            .. Broadcast("Sub"),
            .. Broadcast("Mul"),
            .. Broadcast("RealDiv"),
            .. Broadcast("Div"),
            .. Broadcast("DivNoNan"),
            .. Broadcast("MulNoNan"),
            .. Broadcast("Maximum"),
            .. Broadcast("Minimum"),
            .. Broadcast("SquaredDifference"),
            .. Broadcast("Atan2"),
            .. Broadcast("Pow", 0.5, 2),
            .. Broadcast("Xlogy", 0.5, 2),
            .. Broadcast("Xdivy", 0.5, 2),
            .. Broadcast("Xlog1py", 0.5, 2),
            .. Others,
            .. OfActivations,
        ];

    private static GradientRows Others =>
        new()
        {
            { "FloorDiv", [Within(0.6, 0.9, 2, 3), Within(0.2, 0.22, 3)], x => FloorDiv(x[0], x[1]) },
            { "FloorMod", "same signs", [Within(2.1, 2.9, 2, 3), Within(0.96, 1.04, 3)], x => FloorMod(x[0], x[1]) },
            { "FloorMod", "other signs", [Within(-2.9, -2.1, 2, 3), Within(0.96, 1.04, 1)], x => FloorMod(x[0], x[1]) },
            { "Mod", "same signs", [Within(2.1, 2.9, 2, 3), Within(0.96, 1.04, 3)], x => Mod(x[0], x[1]) },
            { "Mod", "other signs", [Within(-2.9, -2.1, 2, 3), Within(0.96, 1.04, 1)], x => Mod(x[0], x[1]) },
            { "TruncateMod", [Within(2.1, 2.9, 2, 3), Within(-1.04, -0.96, 3)], x => TruncateMod(x[0], x[1]) },
            { "NextAfter", [In(2, 3), In(3)], x => NextAfter(x[0], x[1]) },
            { "Pow", "negative base, whole exponent", [Within(-2, -0.5, 4)], x => Pow(x[0], Constant(3, DType.Float64)) },
            { "Pow", "base 0", [Within(1, 2, 2)], x => Pow(Constant(0, DType.Float64), x[0]) },
            { "Xlogy", "x 0", [Within(1, 2, 3)], x => Xlogy(Constant(0, DType.Float64), x[0]) },
            { "DivNoNan", "divisor 0", [In(3)], x => DivNoNan(x[0], Constant(0, DType.Float64)) },
            { "Igamma", [Within(0.5, 3, 2, 3)], x => Igamma(Constant(1.7, DType.Float64), x[0]) },
            { "Igammac", [Within(0.5, 3, 2, 3)], x => Igammac(Constant(1.7, DType.Float64), x[0]) },
            { "Zeta", [Within(1, 3, 2, 3)], x => Zeta(Constant(2.5, DType.Float64), x[0]) },
            { "Polygamma", [Within(0.6, 3, 2, 3)], x => Polygamma(Constant(2, DType.Float64), x[0]) },
            { "SelectV2", [In(2, 3), In(2, 3)], x => SelectV2(Mask, x[0], x[1]) },
            { "SelectV2", "all broadcast", [In(4, 1, 3), In()], x => SelectV2(Mask, x[0], x[1]) },
            { "Select", [In(2, 3), In(2, 3)], x => Select(Mask, x[0], x[1]) },
            {
                "Select",
                "rows",
                [In(3, 2), In(3, 2)],
                x => Select(Constant(TensorValue.From<bool>(Shape.Of(3), [true, false, true])), x[0], x[1])
            },
            { "AddN", [In(2, 2), In(2, 2), In(2, 2)], x => AddN(x) },
            { "AddN", "one twice", [In(2, 2), In(2, 2)], x => AddN([x[0], x[1], x[0]]) },
        };

    private static GradientRows OfActivations =>
        [
            Pair("SigmoidGrad", 0.1, 0.9),
            Pair("TanhGrad", -0.9, 0.9),
            Pair("SqrtGrad", 0.5, 2),
            Pair("RsqrtGrad", 0.5, 2),
            Pair("ReciprocalGrad", 0.5, 2),
            Pair("InvGrad", 0.5, 2),
            Pair("ReluGrad", -2, 2),
            Pair("Relu6Grad", -1, 8),
            Pair("EluGrad", -0.9, 2),
            Pair("SeluGrad", -1.6, 2),
            Pair("SoftplusGrad", -2, 2),
            Pair("SoftsignGrad", -2, 2),
            new("LeakyReluGrad", "", [In(2, 3), In(2, 3)], x => [LeakyReluGrad(x[0], x[1], 0.3)]),
        ];

    /// <summary>Both inputs in the range, so that either order of features and gradients is inside the domain.</summary>
    private static GradientRow Pair(string op, double low, double high) =>
        new(op, "", [Within(low, high, 2, 3), Within(low, high, 2, 3)], x => Apply(op, x));

    private static IEnumerable<GradientRow> Broadcast(string op) => Broadcast(op, dims => In(dims));

    private static IEnumerable<GradientRow> Broadcast(string op, double low, double high) => Broadcast(op, dims => Within(low, high, dims));

    private static IEnumerable<GradientRow> Broadcast(string op, Func<long[], Argument> draw) =>
        [
            new(op, "same shapes", [draw([2, 3]), draw([2, 3])], x => Apply(op, x)),
            new(op, "each repeats the other", [draw([2, 1, 3]), draw([4, 1])], x => Apply(op, x)),
            new(op, "scalar left", [draw([]), draw([2, 3])], x => Apply(op, x)),
            new(op, "of itself", [draw([3])], x => Apply(op, [x[0], x[0]])),
        ];
}
