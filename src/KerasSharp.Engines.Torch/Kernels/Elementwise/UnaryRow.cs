using System.Numerics;
using KerasSharp.Engines.Torch.Plans;

namespace KerasSharp.Engines.Torch.Kernels.Elementwise;

/// <summary>A function of one integer of any width.</summary>
internal interface IUnaryInteger
{
    static abstract T Invoke<T>(T x)
        where T : IBinaryInteger<T>;
}

/// <summary>A function of one element for the types it has. 16-bit floats are computed in float32.</summary>
internal sealed class UnaryRow
{
    private readonly Dictionary<DType, ElementwiseKernel> kernels = [];

    /// <summary>A row without types.</summary>
    public UnaryRow() { }

    /// <summary>A row for the floating types.</summary>
    public UnaryRow(UnarySpan<float, float> single, UnarySpan<double, double> @double)
    {
        With(DType.Float32, single);
        With(DType.Float64, @double);
        With(DType.Float16, SpanKernels.Widened<Half>(single, Narrow.FromHalf, Narrow.ToHalf));
        With(DType.BFloat16, SpanKernels.Widened<ushort>(single, Narrow.FromBFloat16, Narrow.ToBFloat16));
    }

    /// <summary>Adds the integer types.</summary>
    public UnaryRow Integers<TFunction>()
        where TFunction : IUnaryInteger
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
    public ElementwiseKernel? For(DType dtype) => kernels.GetValueOrDefault(dtype);

    private void Integer<TFunction, T>(DType dtype)
        where TFunction : IUnaryInteger
        where T : unmanaged, IBinaryInteger<T> =>
        With<T>(
            dtype,
            (x, y) =>
            {
                for (int i = 0; i < x.Length; i++)
                    y[i] = TFunction.Invoke(x[i]);
            }
        );

    private void With<T>(DType dtype, UnarySpan<T, T> function)
        where T : unmanaged => kernels[dtype] = SpanKernels.Unary(function);
}
