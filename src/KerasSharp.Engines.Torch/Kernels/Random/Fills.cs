using KerasSharp.Engines.Torch.Numerics;

namespace KerasSharp.Engines.Torch.Kernels.Random;

/// <summary>The draws of each distribution, by type; null for a type that it does not have.</summary>
internal static unsafe class Fills
{
    public static DrawFill? Uniform(DType dtype) =>
        dtype switch
        {
            DType.Float32 => (in Philox g, nint t, long b, long e) => PhiloxUniform.Fill(g, b, Span<float>(t, b, e)),
            DType.Float64 => (in Philox g, nint t, long b, long e) => PhiloxUniform.Fill(g, b, Span<double>(t, b, e)),
            DType.Float16 => (in Philox g, nint t, long b, long e) => PhiloxUniform.Fill(g, b, Span<Half>(t, b, e)),
            DType.BFloat16 => (in Philox g, nint t, long b, long e) => PhiloxUniform.Fill(g, b, Span<BFloat16>(t, b, e)),
            _ => null,
        };

    public static DrawFill? Normal(DType dtype) =>
        dtype switch
        {
            DType.Float32 => (in Philox g, nint t, long b, long e) => PhiloxNormal.Fill(g, b, Span<float>(t, b, e)),
            DType.Float64 => (in Philox g, nint t, long b, long e) => PhiloxNormal.Fill(g, b, Span<double>(t, b, e)),
            DType.Float16 => (in Philox g, nint t, long b, long e) => PhiloxNormal.Fill(g, b, Span<Half>(t, b, e)),
            DType.BFloat16 => (in Philox g, nint t, long b, long e) => PhiloxNormal.Fill(g, b, Span<BFloat16>(t, b, e)),
            _ => null,
        };

    public static DrawFill? TruncatedNormal(DType dtype) =>
        dtype switch
        {
            DType.Float32 => (in Philox g, nint t, long b, long e) => PhiloxTruncatedNormal.Fill(g, b, Span<float>(t, b, e)),
            DType.Float64 => (in Philox g, nint t, long b, long e) => PhiloxTruncatedNormal.Fill(g, b, Span<double>(t, b, e)),
            DType.Float16 => (in Philox g, nint t, long b, long e) => PhiloxTruncatedNormal.Fill(g, b, Span<Half>(t, b, e)),
            DType.BFloat16 => (in Philox g, nint t, long b, long e) => PhiloxTruncatedNormal.Fill(g, b, Span<BFloat16>(t, b, e)),
            _ => null,
        };

    public static DrawFill? FullInt(DType dtype) =>
        dtype switch
        {
            DType.Int32 or DType.UInt32 => (in Philox g, nint t, long b, long e) => PhiloxInteger.FillFull(g, b, Span<uint>(t, b, e)),
            DType.Int64 or DType.UInt64 => (in Philox g, nint t, long b, long e) => PhiloxInteger.FillFull(g, b, Span<ulong>(t, b, e)),
            _ => null,
        };

    /// <summary>Elements begin to before end.</summary>
    public static Span<T> Span<T>(nint target, long begin, long end)
        where T : unmanaged => new((T*)target + begin, checked((int)(end - begin)));
}
