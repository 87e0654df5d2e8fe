using System.Numerics;
using System.Numerics.Tensors;
using KerasSharp.Engines.Torch.Numerics;
using KerasSharp.Engines.Torch.Plans;

namespace KerasSharp.Engines.Torch.Kernels.Elementwise;

/// <summary>Functions of two elements: a row each.</summary>
internal static class BinaryKernels
{
    private static readonly Dictionary<string, BinaryRow> Rows = new()
    {
        ["Add"] = Sum,
        ["AddV2"] = Sum,
        ["Sub"] = new BinaryRow()
            .Floats(TensorPrimitives.Subtract, TensorPrimitives.Subtract, TensorPrimitives.Subtract)
            .Integers<IntegerSubtract>(),
        ["Mul"] = new BinaryRow(commutes: true)
            .Floats(TensorPrimitives.Multiply, TensorPrimitives.Multiply, TensorPrimitives.Multiply)
            .Integers<IntegerMultiply>(),
        ["RealDiv"] = new BinaryRow().Floats(TensorPrimitives.Divide, TensorPrimitives.Divide, TensorPrimitives.Divide),
        ["Div"] = new BinaryRow().Floats(TensorPrimitives.Divide, TensorPrimitives.Divide).Integers<IntegerTruncatedDivide>(),
        ["TruncateDiv"] = new BinaryRow()
            .Floats(Loops.Rounded((x, y) => Math.Truncate(x / y)), Loops.Of<double, double>((x, y) => Math.Truncate(x / y)))
            .Integers<IntegerTruncatedDivide>(),
        ["FloorDiv"] = new BinaryRow()
            .Floats(Loops.Of<float, float>((x, y) => MathF.Floor(x / y)), Loops.Of<double, double>((x, y) => Math.Floor(x / y)))
            .Integers<IntegerFloorDivide>(),
        ["FloorMod"] = new BinaryRow()
            .Floats(Loops.Rounded(Precise.FloorMod), Loops.Of<double, double>(Precise.FloorMod))
            .Integers<IntegerFloorRemainder>(),
        ["Mod"] = Remainder,
        ["TruncateMod"] = Remainder,
        ["DivNoNan"] = new BinaryRow().Floats(DivideNoNan, DivideNoNan),
        ["MulNoNan"] = new BinaryRow().Floats(MultiplyNoNan, MultiplyNoNan),
        ["Maximum"] = new BinaryRow(commutes: true)
            .Floats(TensorPrimitives.Max, TensorPrimitives.Max, TensorPrimitives.Max)
            .Integers<IntegerMaximum>(),
        ["Minimum"] = new BinaryRow(commutes: true)
            .Floats(TensorPrimitives.Min, TensorPrimitives.Min, TensorPrimitives.Min)
            .Integers<IntegerMinimum>(),
        ["Pow"] = new BinaryRow().Floats(Loops.Rounded(Math.Pow), Loops.Of<double, double>(Math.Pow)).Integers<IntegerPower>(),
        ["SquaredDifference"] = new BinaryRow(commutes: true)
            .Floats(SquaredDifference, SquaredDifference)
            .Integers<IntegerSquaredDifference>(),
        ["Atan2"] = new BinaryRow().Floats(Loops.Rounded(Math.Atan2), Loops.Of<double, double>(Math.Atan2)),
        ["Xlogy"] = new BinaryRow().Floats(Loops.Rounded(Precise.Xlogy), Loops.Of<double, double>(Precise.Xlogy)),
        ["Xlog1py"] = new BinaryRow().Floats(Loops.Rounded(Precise.Xlog1py), Loops.Of<double, double>(Precise.Xlog1py)),
        ["Xdivy"] = new BinaryRow().Floats(Loops.Rounded(Precise.Xdivy), Loops.Of<double, double>(Precise.Xdivy)),
        ["Igamma"] = new BinaryRow().Floats(Loops.Rounded(IncompleteGamma.Igamma), Loops.Of<double, double>(IncompleteGamma.Igamma)),
        ["Igammac"] = new BinaryRow().Floats(Loops.Rounded(IncompleteGamma.Igammac), Loops.Of<double, double>(IncompleteGamma.Igammac)),
        ["Zeta"] = new BinaryRow().Floats(Loops.Rounded(ZetaFunction.Hurwitz), Loops.Of<double, double>(ZetaFunction.Hurwitz)),
        ["Polygamma"] = new BinaryRow().Floats(Loops.Rounded(GammaFunctions.Polygamma), Loops.Of<double, double>(GammaFunctions.Polygamma)),
        ["NextAfter"] = new BinaryRow().Floats(NextAfter, NextAfter),
        ["BitwiseAnd"] = new BinaryRow(commutes: true).Integers<IntegerAnd>(),
        ["BitwiseOr"] = new BinaryRow(commutes: true).Integers<IntegerOr>(),
        ["BitwiseXor"] = new BinaryRow(commutes: true).Integers<IntegerXor>(),
        ["LeftShift"] = new BinaryRow().Integers<IntegerLeftShift>(),
        ["RightShift"] = new BinaryRow().Integers<IntegerRightShift>(),
        ["SigmoidGrad"] = new BinaryRow().Floats(SigmoidGrad, SigmoidGrad),
        ["TanhGrad"] = new BinaryRow().Floats(TanhGrad, TanhGrad),
        ["SqrtGrad"] = new BinaryRow().Floats(SqrtGrad, SqrtGrad),
        ["RsqrtGrad"] = new BinaryRow().Floats(RsqrtGrad, RsqrtGrad),
        ["ReciprocalGrad"] = new BinaryRow().Floats(ReciprocalGrad, ReciprocalGrad),
        ["InvGrad"] = new BinaryRow().Floats(ReciprocalGrad, ReciprocalGrad),
        ["ReluGrad"] = new BinaryRow().Floats(ReluGrad, ReluGrad),
        ["Relu6Grad"] = new BinaryRow().Floats(Relu6Grad, Relu6Grad),
        ["EluGrad"] = new BinaryRow().Floats(EluGrad, EluGrad),
        ["SeluGrad"] = new BinaryRow().Floats(Loops.Rounded(Precise.SeluGrad), Loops.Of<double, double>(Precise.SeluGrad)),
        ["SoftplusGrad"] = new BinaryRow().Floats(SoftplusGrad, SoftplusGrad),
        ["SoftsignGrad"] = new BinaryRow().Floats(SoftsignGrad, SoftsignGrad),
    };

    private static BinaryRow Sum =>
        new BinaryRow(commutes: true).Floats(TensorPrimitives.Add, TensorPrimitives.Add, TensorPrimitives.Add).Integers<IntegerAdd>();

    private static BinaryRow Remainder =>
        new BinaryRow()
            .Floats(Loops.Rounded((x, y) => x % y), Loops.Of<double, double>((x, y) => x % y))
            .Integers<IntegerTruncatedRemainder>();

    /// <summary>The names of the ops.</summary>
    public static IEnumerable<string> Names => Rows.Keys;

    /// <summary>The kernel of an op of the table for a type, or null where it has none.</summary>
    public static ElementwiseKernel? Kernel(string op, DType dtype, bool xScalar, bool yScalar) => Rows[op].For(dtype, xScalar, yScalar);

    /// <summary>Binds an op of the table.</summary>
    public static Action? Bind(KernelContext context)
    {
        var row = Rows[context.Operation.Type];
        return Broadcast.Bind(
            context,
            [context.Input(0), context.Input(1)],
            scalars => row.For(context.Input(0).DType, scalars[0], scalars[1]) ?? throw ElementwiseKernels.NoKernel(context)
        );
    }

    private static void DivideNoNan<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> z)
        where T : INumber<T>
    {
        for (int i = 0; i < x.Length; i++)
            z[i] = T.IsZero(y[i]) ? T.Zero : x[i] / y[i];
    }

    private static void MultiplyNoNan<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> z)
        where T : INumber<T>
    {
        for (int i = 0; i < x.Length; i++)
            z[i] = T.IsZero(y[i]) ? T.Zero : x[i] * y[i];
    }

    private static void SquaredDifference<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> z)
        where T : INumber<T>
    {
        TensorPrimitives.Subtract(x, y, z);
        TensorPrimitives.Multiply<T>(z, z, z);
    }

    private static void NextAfter(ReadOnlySpan<float> x, ReadOnlySpan<float> y, Span<float> z)
    {
        for (int i = 0; i < x.Length; i++)
            z[i] =
                float.IsNaN(x[i]) || float.IsNaN(y[i]) ? float.NaN
                : x[i] == y[i] ? y[i]
                : x[i] < y[i] ? float.BitIncrement(x[i])
                : float.BitDecrement(x[i]);
    }

    private static void NextAfter(ReadOnlySpan<double> x, ReadOnlySpan<double> y, Span<double> z)
    {
        for (int i = 0; i < x.Length; i++)
            z[i] =
                double.IsNaN(x[i]) || double.IsNaN(y[i]) ? double.NaN
                : x[i] == y[i] ? y[i]
                : x[i] < y[i] ? double.BitIncrement(x[i])
                : double.BitDecrement(x[i]);
    }

    private static void SigmoidGrad<T>(ReadOnlySpan<T> y, ReadOnlySpan<T> dy, Span<T> z)
        where T : INumber<T>
    {
        for (int i = 0; i < y.Length; i++)
            z[i] = dy[i] * y[i] * (T.One - y[i]);
    }

    private static void TanhGrad<T>(ReadOnlySpan<T> y, ReadOnlySpan<T> dy, Span<T> z)
        where T : INumber<T>
    {
        for (int i = 0; i < y.Length; i++)
            z[i] = dy[i] * (T.One - y[i] * y[i]);
    }

    private static void SqrtGrad<T>(ReadOnlySpan<T> y, ReadOnlySpan<T> dy, Span<T> z)
        where T : INumber<T>
    {
        for (int i = 0; i < y.Length; i++)
            z[i] = dy[i] * T.CreateChecked(0.5) / y[i];
    }

    private static void RsqrtGrad<T>(ReadOnlySpan<T> y, ReadOnlySpan<T> dy, Span<T> z)
        where T : INumber<T>
    {
        for (int i = 0; i < y.Length; i++)
            z[i] = dy[i] * T.CreateChecked(-0.5) * y[i] * y[i] * y[i];
    }

    private static void ReciprocalGrad<T>(ReadOnlySpan<T> y, ReadOnlySpan<T> dy, Span<T> z)
        where T : INumber<T>
    {
        for (int i = 0; i < y.Length; i++)
            z[i] = -dy[i] * y[i] * y[i];
    }

    private static void ReluGrad(ReadOnlySpan<float> gradients, ReadOnlySpan<float> features, Span<float> z)
    {
        int i = 0;
        for (; i <= z.Length - Vector<float>.Count; i += Vector<float>.Count)
            Vector
                .ConditionalSelect(
                    Vector.GreaterThan(new Vector<float>(features[i..]), Vector<float>.Zero),
                    new Vector<float>(gradients[i..]),
                    Vector<float>.Zero
                )
                .CopyTo(z[i..]);
        for (; i < z.Length; i++)
            z[i] = features[i] > 0 ? gradients[i] : 0;
    }

    private static void ReluGrad(ReadOnlySpan<double> gradients, ReadOnlySpan<double> features, Span<double> z)
    {
        for (int i = 0; i < z.Length; i++)
            z[i] = features[i] > 0 ? gradients[i] : 0;
    }

    private static void Relu6Grad<T>(ReadOnlySpan<T> gradients, ReadOnlySpan<T> features, Span<T> z)
        where T : INumber<T>
    {
        for (int i = 0; i < z.Length; i++)
            z[i] = features[i] > T.Zero && features[i] < T.CreateChecked(6) ? gradients[i] : T.Zero;
    }

    private static void EluGrad<T>(ReadOnlySpan<T> gradients, ReadOnlySpan<T> outputs, Span<T> z)
        where T : INumber<T>
    {
        for (int i = 0; i < z.Length; i++)
            z[i] = outputs[i] < T.Zero ? gradients[i] * (outputs[i] + T.One) : gradients[i];
    }

    private static void SoftplusGrad<T>(ReadOnlySpan<T> gradients, ReadOnlySpan<T> features, Span<T> z)
        where T : IFloatingPointIeee754<T>
    {
        for (int i = 0; i < z.Length; i++)
            z[i] = gradients[i] / (T.Exp(-features[i]) + T.One);
    }

    private static void SoftsignGrad<T>(ReadOnlySpan<T> gradients, ReadOnlySpan<T> features, Span<T> z)
        where T : INumber<T>
    {
        for (int i = 0; i < z.Length; i++)
        {
            var one = T.One + T.Abs(features[i]);
            z[i] = gradients[i] / (one * one);
        }
    }
}
