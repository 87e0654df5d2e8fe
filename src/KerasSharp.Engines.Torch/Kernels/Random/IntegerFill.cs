using KerasSharp.Engines.Torch.Numerics;
using KerasSharp.Engines.Torch.Plans;

namespace KerasSharp.Engines.Torch.Kernels.Random;

/// <summary>Integers in a range that two scalar inputs give.</summary>
internal static unsafe class IntegerFill
{
    /// <param name="context">The op.</param>
    /// <param name="minimumIndex">The index of minval; maxval follows.</param>
    public static Func<DType, DrawFill?> Of(KernelContext context, int minimumIndex)
    {
        var (minimum, maximum) = (context.Input(minimumIndex), context.Input(minimumIndex + 1));
        if (minimum.Count != 1 || maximum.Count != 1)
            throw new ArgumentException(
                $"{context.Operation.Name}: minval and maxval must be scalars, but their shapes are {minimum.Shape} and {maximum.Shape}."
            );
        return dtype =>
            dtype switch
            {
                DType.Int32 => (in Philox g, nint t, long b, long e) =>
                    PhiloxInteger.Fill(g, b, Fills.Span<int>(t, b, e), *(int*)minimum.Pointer, *(int*)maximum.Pointer),
                DType.Int64 => (in Philox g, nint t, long b, long e) =>
                    PhiloxInteger.Fill(g, b, Fills.Span<long>(t, b, e), *(long*)minimum.Pointer, *(long*)maximum.Pointer),
                DType.UInt32 => (in Philox g, nint t, long b, long e) =>
                    PhiloxInteger.FillUnsigned(g, b, Fills.Span<uint>(t, b, e), *(uint*)minimum.Pointer, *(uint*)maximum.Pointer),
                DType.UInt64 => (in Philox g, nint t, long b, long e) =>
                    PhiloxInteger.FillUnsigned(g, b, Fills.Span<ulong>(t, b, e), *(ulong*)minimum.Pointer, *(ulong*)maximum.Pointer),
                _ => null,
            };
    }
}
