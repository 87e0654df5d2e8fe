using System.Numerics;
using KerasSharp.Engines.Torch.Plans;

namespace KerasSharp.Engines.Torch.Kernels.Elementwise;

/// <summary>A function of two integers of any width.</summary>
internal interface IBinaryInteger2
{
    static abstract T Invoke<T>(T x, T y)
        where T : IBinaryInteger<T>;
}

/// <summary>A function of two elements for the types it has. 16-bit floats are computed in float32.</summary>
internal sealed class BinaryRow(bool commutes = false)
{
    private readonly Dictionary<DType, Func<bool, bool, ElementwiseKernel>> kernels = [];

    /// <summary>Adds the floating types.</summary>
    public BinaryRow Floats(BinarySpan<float, float> single, BinarySpan<double, double> @double, ScalarSpan<float, float>? scalar = null)
    {
        With(DType.Float32, single, scalar);
        With(DType.Float64, @double, null);
        With(DType.Float16, SpanKernels.Widened<Half>(single, Narrow.FromHalf, Narrow.ToHalf), null);
        With(DType.BFloat16, SpanKernels.Widened<ushort>(single, Narrow.FromBFloat16, Narrow.ToBFloat16), null);
        return this;
    }

    /// <summary>Adds the integer types.</summary>
    public BinaryRow Integers<TFunction>()
        where TFunction : IBinaryInteger2
    {
        Integer<TFunction, sbyte>(DType.Int8);
        Integer<TFunction, short>(DType.Int16);
        Integer<TFunction, int>(DType.Int32);
        Integer<TFunction, long>(DType.Int64);
        Integer<TFunction, byte>(DType.UInt8);
        Integer<TFunction, ushort>(DType.UInt16);
        Integer<TFunction, uint>(DType.UInt32);
        Integer<TFunction, ulong>(DType.UInt64);
        return this;
    }

    /// <summary>The kernel for a type, or null where there is none.</summary>
    public ElementwiseKernel? For(DType dtype, bool xScalar, bool yScalar) =>
        kernels.TryGetValue(dtype, out var make) ? make(xScalar, yScalar) : null;

    private void Integer<TFunction, T>(DType dtype)
        where TFunction : IBinaryInteger2
        where T : unmanaged, IBinaryInteger<T> => With<T>(dtype, IntegerLoop<TFunction, T>, null);

    private static void IntegerLoop<TFunction, T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> z)
        where TFunction : IBinaryInteger2
        where T : unmanaged, IBinaryInteger<T>
    {
        for (int i = 0; i < x.Length; i++)
            z[i] = TFunction.Invoke(x[i], y[i]);
    }

    private void With<T>(DType dtype, BinarySpan<T, T> function, ScalarSpan<T, T>? scalar)
        where T : unmanaged => kernels[dtype] = (xScalar, yScalar) => SpanKernels.Binary(function, scalar, commutes, xScalar, yScalar);
}
