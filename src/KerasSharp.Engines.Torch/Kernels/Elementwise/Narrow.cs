using System.Numerics.Tensors;
using System.Runtime.InteropServices;

namespace KerasSharp.Engines.Torch.Kernels.Elementwise;

/// <summary>16-bit floats to 32-bit ones and back, rounding to nearest even. bfloat16 is held as its bits.</summary>
internal static class Narrow
{
    public static void FromHalf(ReadOnlySpan<Half> x, Span<float> y) => TensorPrimitives.ConvertToSingle(x, y);

    public static void ToHalf(ReadOnlySpan<float> x, Span<Half> y) => TensorPrimitives.ConvertToHalf(x, y);

    public static void FromBFloat16(ReadOnlySpan<ushort> x, Span<float> y)
    {
        var bits = MemoryMarshal.Cast<float, uint>(y);
        for (int i = 0; i < x.Length; i++)
            bits[i] = (uint)x[i] << 16;
    }

    public static void ToBFloat16(ReadOnlySpan<float> x, Span<ushort> y)
    {
        var bits = MemoryMarshal.Cast<float, uint>(x);
        for (int i = 0; i < x.Length; i++)
            y[i] = float.IsNaN(x[i]) ? (ushort)0x7FC0 : (ushort)((bits[i] + 0x7FFF + ((bits[i] >> 16) & 1)) >> 16);
    }
}
