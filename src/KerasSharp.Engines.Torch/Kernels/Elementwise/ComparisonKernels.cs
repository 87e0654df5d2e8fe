using System.Numerics;
using KerasSharp.Engines.Torch.Plans;

namespace KerasSharp.Engines.Torch.Kernels.Elementwise;

/// <summary>Comparisons and logic, whose result is a bool (one byte, 0 or 1), and the choice by one.</summary>
internal static unsafe class ComparisonKernels
{
    private static readonly Dictionary<string, Func<DType, bool, bool, ElementwiseKernel?>> Rows = new()
    {
        ["Equal"] = (dtype, x, y) => Compare<IsEqual>(dtype, x, y),
        ["NotEqual"] = (dtype, x, y) => Compare<IsNotEqual>(dtype, x, y),
        ["Less"] = (dtype, x, y) => Compare<IsLess>(dtype, x, y),
        ["LessEqual"] = (dtype, x, y) => Compare<IsLessEqual>(dtype, x, y),
        ["Greater"] = (dtype, x, y) => Compare<IsLess>(dtype, x, y, swapped: true),
        ["GreaterEqual"] = (dtype, x, y) => Compare<IsLessEqual>(dtype, x, y, swapped: true),
        ["LogicalAnd"] = (_, x, y) => SpanKernels.Binary(Loops.Of<byte, byte>((a, b) => (byte)(a & b)), null, true, x, y),
        ["LogicalOr"] = (_, x, y) => SpanKernels.Binary(Loops.Of<byte, byte>((a, b) => (byte)(a | b)), null, true, x, y),
    };

    /// <summary>The names of the ops of two operands.</summary>
    public static IEnumerable<string> Names => Rows.Keys;

    private interface IComparison
    {
        static abstract bool Invoke<T>(T x, T y)
            where T : INumber<T>;
    }

    /// <summary>Binds a comparison.</summary>
    public static Action? Bind(KernelContext context)
    {
        var row = Rows[context.Operation.Type];
        return Broadcast.Bind(
            context,
            [context.Input(0), context.Input(1)],
            scalars => row(context.Input(0).DType, scalars[0], scalars[1]) ?? throw ElementwiseKernels.NoKernel(context)
        );
    }

    /// <summary>Binds LogicalNot.</summary>
    public static Action? BindNot(KernelContext context)
    {
        var kernel = SpanKernels.Unary(Loops.Of<byte, byte>(x => (byte)(x ^ 1)));
        context.Elementwise = new ElementwiseNode(kernel, [context.Input(0)], context.Output());
        return null;
    }

    /// <summary>Binds IsNan, IsInf or IsFinite.</summary>
    public static Action? BindPredicate(KernelContext context)
    {
        Func<double, bool> predicate = context.Operation.Type switch
        {
            "IsNan" => double.IsNaN,
            "IsInf" => double.IsInfinity,
            _ => double.IsFinite,
        };
        var kernel = context.Input(0).DType switch
        {
            DType.Float32 => SpanKernels.Unary(Loops.Of<float, bool>(x => predicate(x))),
            DType.Float64 => SpanKernels.Unary(Loops.Of<double, bool>(predicate)),
            DType.Float16 => SpanKernels.Unary(Loops.Of<Half, bool>(x => predicate((double)x))),
            DType.BFloat16 => SpanKernels.Unary(Loops.Of<ushort, bool>(x => predicate(BitConverter.Int32BitsToSingle(x << 16)))),
            _ => throw ElementwiseKernels.NoKernel(context),
        };
        context.Elementwise = new ElementwiseNode(kernel, [context.Input(0)], context.Output());
        return null;
    }

    private static ElementwiseKernel? Compare<TComparison>(DType dtype, bool xScalar, bool yScalar, bool swapped = false)
        where TComparison : IComparison
    {
        return dtype switch
        {
            DType.Float32 => Make<float>(),
            DType.Float64 => Make<double>(),
            DType.Float16 => Make<Half>(),
            DType.BFloat16 => Convert<ushort>(Widen),
            DType.Int8 => Make<sbyte>(),
            DType.Int16 => Make<short>(),
            DType.Int32 => Make<int>(),
            DType.Int64 => Make<long>(),
            DType.UInt8 or DType.Bool => Make<byte>(),
            DType.UInt16 => Make<ushort>(),
            DType.UInt32 => Make<uint>(),
            DType.UInt64 => Make<ulong>(),
            _ => null,
        };

        ElementwiseKernel Make<T>()
            where T : unmanaged, INumber<T> => SpanKernels.Binary<T, bool>(Loop, null, false, xScalar, yScalar);

        void Loop<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<bool> z)
            where T : unmanaged, INumber<T>
        {
            if (swapped)
                for (int i = 0; i < x.Length; i++)
                    z[i] = TComparison.Invoke(y[i], x[i]);
            else
                for (int i = 0; i < x.Length; i++)
                    z[i] = TComparison.Invoke(x[i], y[i]);
        }

        ElementwiseKernel Convert<T>(Func<T, float> widen)
            where T : unmanaged =>
            SpanKernels.Binary<T, bool>(
                (x, y, z) =>
                {
                    for (int i = 0; i < x.Length; i++)
                        z[i] = swapped ? TComparison.Invoke(widen(y[i]), widen(x[i])) : TComparison.Invoke(widen(x[i]), widen(y[i]));
                },
                null,
                false,
                xScalar,
                yScalar
            );

        static float Widen(ushort bits) => BitConverter.Int32BitsToSingle(bits << 16);
    }

    private readonly struct IsEqual : IComparison
    {
        public static bool Invoke<T>(T x, T y)
            where T : INumber<T> => x == y;
    }

    private readonly struct IsNotEqual : IComparison
    {
        public static bool Invoke<T>(T x, T y)
            where T : INumber<T> => x != y;
    }

    private readonly struct IsLess : IComparison
    {
        public static bool Invoke<T>(T x, T y)
            where T : INumber<T> => x < y;
    }

    private readonly struct IsLessEqual : IComparison
    {
        public static bool Invoke<T>(T x, T y)
            where T : INumber<T> => x <= y;
    }
}
