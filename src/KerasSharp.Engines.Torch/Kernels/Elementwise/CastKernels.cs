using System.Numerics;
using KerasSharp.Engines.Torch.Plans;

namespace KerasSharp.Engines.Torch.Kernels.Elementwise;

/// <summary>Conversions between data types: floats to integers toward zero and wrapping, as TensorFlow on x64; NaN is true.</summary>
internal static unsafe class CastKernels
{
    public static Action? Bind(KernelContext context)
    {
        var (from, to) = (context.Input(0).DType, context.Output().DType);
        if (from == to)
        {
            context.Alias(0, 0);
            return null;
        }
        bool truncate = context.Attr<bool>("Truncate");
        var kernel = from switch
        {
            DType.Float32 => FromFloat<float>(to, truncate),
            DType.Float64 => FromFloat<double>(to, truncate),
            DType.Float16 => FromFloat<Half>(to, truncate),
            DType.BFloat16 => Chain<ushort>(Narrow.FromBFloat16, to, truncate),
            DType.Int8 => FromInteger<sbyte>(to),
            DType.Int16 => FromInteger<short>(to),
            DType.Int32 => FromInteger<int>(to),
            DType.Int64 => FromInteger<long>(to),
            DType.UInt8 or DType.Bool => FromInteger<byte>(to),
            DType.UInt16 => FromInteger<ushort>(to),
            DType.UInt32 => FromInteger<uint>(to),
            DType.UInt64 => FromInteger<ulong>(to),
            _ => null,
        };
        context.Elementwise = new ElementwiseNode(
            kernel ?? throw ElementwiseKernels.NoKernel(context),
            [context.Input(0)],
            context.Output()
        );
        return null;
    }

    private static ElementwiseKernel? FromFloat<T>(DType to, bool truncate)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        to switch
        {
            DType.Float32 => Loop<T, float>(x => float.CreateTruncating(x)),
            DType.Float64 => Loop<T, double>(x => double.CreateTruncating(x)),
            DType.Float16 => Loop<T, Half>(x => Half.CreateTruncating(x)),
            DType.BFloat16 => Loop<T, ushort>(x => ToBFloat16(float.CreateTruncating(x), truncate)),
            DType.Int8 => Loop<T, sbyte>(x => unchecked((sbyte)ToInt32(double.CreateTruncating(x)))),
            DType.Int16 => Loop<T, short>(x => unchecked((short)ToInt32(double.CreateTruncating(x)))),
            DType.Int32 => Loop<T, int>(x => ToInt32(double.CreateTruncating(x))),
            DType.Int64 => Loop<T, long>(x => ToInt64(double.CreateTruncating(x))),
            DType.UInt8 => Loop<T, byte>(x => unchecked((byte)ToInt32(double.CreateTruncating(x)))),
            DType.UInt16 => Loop<T, ushort>(x => unchecked((ushort)ToInt32(double.CreateTruncating(x)))),
            DType.UInt32 => Loop<T, uint>(x => unchecked((uint)ToInt64(double.CreateTruncating(x)))),
            DType.UInt64 => Loop<T, ulong>(x => ToUInt64(double.CreateTruncating(x))),
            DType.Bool => Loop<T, byte>(x => x == T.Zero ? (byte)0 : (byte)1),
            _ => null,
        };

    private static ElementwiseKernel? FromInteger<T>(DType to)
        where T : unmanaged, IBinaryInteger<T> =>
        to switch
        {
            DType.Float32 => Loop<T, float>(x => float.CreateTruncating(x)),
            DType.Float64 => Loop<T, double>(x => double.CreateTruncating(x)),
            DType.Float16 => Loop<T, Half>(x => (Half)float.CreateTruncating(x)),
            DType.BFloat16 => Loop<T, ushort>(x => ToBFloat16(float.CreateTruncating(x), false)),
            DType.Int8 => Loop<T, sbyte>(x => sbyte.CreateTruncating(x)),
            DType.Int16 => Loop<T, short>(x => short.CreateTruncating(x)),
            DType.Int32 => Loop<T, int>(x => int.CreateTruncating(x)),
            DType.Int64 => Loop<T, long>(x => long.CreateTruncating(x)),
            DType.UInt8 => Loop<T, byte>(x => byte.CreateTruncating(x)),
            DType.UInt16 => Loop<T, ushort>(x => ushort.CreateTruncating(x)),
            DType.UInt32 => Loop<T, uint>(x => uint.CreateTruncating(x)),
            DType.UInt64 => Loop<T, ulong>(x => ulong.CreateTruncating(x)),
            DType.Bool => Loop<T, byte>(x => T.IsZero(x) ? (byte)0 : (byte)1),
            _ => null,
        };

    /// <summary>bfloat16 goes through float32, a block at a time.</summary>
    private static ElementwiseKernel? Chain<T>(UnarySpan<T, float> widen, DType to, bool truncate)
        where T : unmanaged
    {
        if (to == DType.Float32)
            return SpanKernels.Unary(widen);
        if (FromFloat<float>(to, truncate) is not { } second)
            return null;
        return (operands, count) =>
        {
            float* wide = stackalloc float[count];
            widen(new ReadOnlySpan<T>((void*)operands[0], count), new Span<float>(wide, count));
            nint* inner = stackalloc nint[2];
            (inner[0], inner[1]) = ((nint)wide, operands[1]);
            second(inner, count);
        };
    }

    private static ElementwiseKernel Loop<TIn, TOut>(Func<TIn, TOut> function)
        where TIn : unmanaged
        where TOut : unmanaged => SpanKernels.Unary(Loops.Of(function));

    /// <summary>As cvttsd2si: what does not fit becomes the least integer.</summary>
    private static int ToInt32(double x) => x > -2147483649.0 && x < 2147483648.0 ? (int)x : int.MinValue;

    private static long ToInt64(double x) => x >= -9223372036854775808.0 && x < 9223372036854775808.0 ? (long)x : long.MinValue;

    private static ulong ToUInt64(double x) => x < 9223372036854775808.0 ? unchecked((ulong)ToInt64(x)) : (ulong)x;

    private static ushort ToBFloat16(float x, bool truncate)
    {
        uint bits = BitConverter.SingleToUInt32Bits(x);
        if (float.IsNaN(x))
            return 0x7FC0;
        return truncate ? (ushort)(bits >> 16) : (ushort)((bits + 0x7FFF + ((bits >> 16) & 1)) >> 16);
    }
}
