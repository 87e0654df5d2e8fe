using System.Numerics;
using System.Numerics.Tensors;
using KerasSharp.Engines.Torch.Numerics;
using KerasSharp.Engines.Torch.Plans;

namespace KerasSharp.Engines.Torch.Kernels.Elementwise;

/// <summary>Functions of one element: a row each.</summary>
internal static class UnaryKernels
{
    private static readonly Dictionary<string, UnaryRow> Rows = new()
    {
        ["Abs"] = new UnaryRow(TensorPrimitives.Abs, TensorPrimitives.Abs).Integers<IntegerAbs>(),
        ["Acos"] = new(Loops.Rounded(Math.Acos), Loops.Of<double, double>(Math.Acos)),
        ["Acosh"] = new(Loops.Rounded(Math.Acosh), Loops.Of<double, double>(Math.Acosh)),
        ["Asin"] = new(Loops.Rounded(Math.Asin), Loops.Of<double, double>(Math.Asin)),
        ["Asinh"] = new(Loops.Rounded(Math.Asinh), Loops.Of<double, double>(Math.Asinh)),
        ["Atan"] = new(Loops.Rounded(Math.Atan), Loops.Of<double, double>(Math.Atan)),
        ["Atanh"] = new(Loops.Rounded(Math.Atanh), Loops.Of<double, double>(Math.Atanh)),
        ["BesselI0e"] = new(Loops.Rounded(BesselFunctions.I0e), Loops.Of<double, double>(BesselFunctions.I0e)),
        ["BesselI1e"] = new(Loops.Rounded(BesselFunctions.I1e), Loops.Of<double, double>(BesselFunctions.I1e)),
        ["Ceil"] = new(TensorPrimitives.Ceiling, TensorPrimitives.Ceiling),
        ["Cos"] = new(TensorPrimitives.Cos, TensorPrimitives.Cos),
        ["Cosh"] = new(TensorPrimitives.Cosh, TensorPrimitives.Cosh),
        ["Digamma"] = new(Loops.Rounded(GammaFunctions.Digamma), Loops.Of<double, double>(GammaFunctions.Digamma)),
        ["Elu"] = new(Loops.Rounded(Precise.Elu), Loops.Of<double, double>(Precise.Elu)),
        ["Erf"] = new(Erf, Loops.Of<double, double>(ErrorFunctions.Erf)),
        ["Erfc"] = new(Loops.Rounded(ErrorFunctions.Erfc), Loops.Of<double, double>(ErrorFunctions.Erfc)),
        ["Erfinv"] = new(Loops.Rounded(ErrorFunctions.Erfinv), Loops.Of<double, double>(ErrorFunctions.Erfinv)),
        ["Exp"] = new(TensorPrimitives.Exp, TensorPrimitives.Exp),
        ["Expm1"] = new(Loops.Rounded(Precise.Expm1), Loops.Of<double, double>(Precise.Expm1)),
        ["Floor"] = new(TensorPrimitives.Floor, TensorPrimitives.Floor),
        ["Inv"] = new(TensorPrimitives.Reciprocal, TensorPrimitives.Reciprocal),
        ["Invert"] = new UnaryRow().Integers<IntegerInvert>(),
        ["Lgamma"] = new(Loops.Rounded(GammaFunctions.Lgamma), Loops.Of<double, double>(GammaFunctions.Lgamma)),
        ["Log"] = new(TensorPrimitives.Log, TensorPrimitives.Log),
        ["Log1p"] = new(Loops.Rounded(Precise.Log1p), Loops.Of<double, double>(Precise.Log1p)),
        ["Ndtri"] = new(Loops.Rounded(ErrorFunctions.Ndtri), Loops.Of<double, double>(ErrorFunctions.Ndtri)),
        ["Neg"] = new UnaryRow(TensorPrimitives.Negate, TensorPrimitives.Negate).Integers<IntegerNegate>(),
        ["Reciprocal"] = new(TensorPrimitives.Reciprocal, TensorPrimitives.Reciprocal),
        ["Relu"] = new UnaryRow(Relu, Relu).Integers<IntegerRelu>(),
        ["Relu6"] = new UnaryRow(Relu6, Relu6).Integers<IntegerRelu6>(),
        ["Rint"] = new(TensorPrimitives.Round, TensorPrimitives.Round),
        ["Round"] = new UnaryRow(TensorPrimitives.Round, TensorPrimitives.Round).Integers<IntegerIdentity>(),
        ["Rsqrt"] = new(InverseRoot, InverseRoot),
        ["Selu"] = new(Loops.Rounded(Precise.Selu), Loops.Of<double, double>(Precise.Selu)),
        ["Sigmoid"] = new(TensorPrimitives.Sigmoid, TensorPrimitives.Sigmoid),
        ["Sign"] = new UnaryRow(Sign, Sign).Integers<IntegerSign>(),
        ["Sin"] = new(TensorPrimitives.Sin, TensorPrimitives.Sin),
        ["Sinh"] = new(TensorPrimitives.Sinh, TensorPrimitives.Sinh),
        ["Softplus"] = new(Loops.Rounded(Precise.Softplus), Loops.Of<double, double>(Precise.Softplus)),
        ["Softsign"] = new(Softsign, Softsign),
        ["Sqrt"] = new(TensorPrimitives.Sqrt, TensorPrimitives.Sqrt),
        ["Square"] = new UnaryRow(Square, Square).Integers<IntegerSquare>(),
        ["Tan"] = new(TensorPrimitives.Tan, TensorPrimitives.Tan),
        ["Tanh"] = new(TensorPrimitives.Tanh, TensorPrimitives.Tanh),
    };

    /// <summary>The names of the ops.</summary>
    public static IEnumerable<string> Names => Rows.Keys;

    /// <summary>Binds an op of the table.</summary>
    public static Action? Bind(KernelContext context)
    {
        var kernel = Rows[context.Operation.Type].For(context.Input(0).DType) ?? throw ElementwiseKernels.NoKernel(context);
        context.Elementwise = new ElementwiseNode(kernel, [context.Input(0)], context.Output());
        return null;
    }

    private static unsafe void Erf(ReadOnlySpan<float> x, Span<float> y)
    {
        fixed (float* source = x)
        fixed (float* target = y)
            VectorMap.Apply<VectorFunctions.Erf>(source, target, 0, x.Length);
    }

    private static void Square<T>(ReadOnlySpan<T> x, Span<T> y)
        where T : IMultiplyOperators<T, T, T>, IMultiplicativeIdentity<T, T> => TensorPrimitives.Multiply(x, x, y);

    private static void InverseRoot<T>(ReadOnlySpan<T> x, Span<T> y)
        where T : IRootFunctions<T>
    {
        TensorPrimitives.Sqrt(x, y);
        TensorPrimitives.Divide(T.One, y, y);
    }

    private static void Relu<T>(ReadOnlySpan<T> x, Span<T> y)
        where T : INumber<T> => TensorPrimitives.Max(x, T.Zero, y);

    private static void Relu6<T>(ReadOnlySpan<T> x, Span<T> y)
        where T : INumber<T>
    {
        TensorPrimitives.Max(x, T.Zero, y);
        TensorPrimitives.Min(y, T.CreateTruncating(6), y);
    }

    private static void Sign<T>(ReadOnlySpan<T> x, Span<T> y)
        where T : IFloatingPointIeee754<T>
    {
        for (int i = 0; i < x.Length; i++)
            y[i] =
                T.IsNaN(x[i]) ? x[i]
                : x[i] > T.Zero ? T.One
                : x[i] < T.Zero ? T.NegativeOne
                : T.Zero;
    }

    private static void Softsign<T>(ReadOnlySpan<T> x, Span<T> y)
        where T : INumber<T>
    {
        for (int i = 0; i < x.Length; i++)
            y[i] = x[i] / (T.One + T.Abs(x[i]));
    }
}
