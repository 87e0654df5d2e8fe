using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace KerasSharp.Engines.Torch.Numerics;

/// <summary>The error function for float32, within 2 units in the last place.</summary>
internal static class VectorErf
{
    private const float Middle = 0.927734375f;

    /// <summary>erf.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Erf(Vector512<float> x)
    {
        Vector512<float> size = Vector512.MinNative(Vector512.Abs(x), Vector512.Create(4f));
        Vector512<float> square = size * size;
        Vector512<float> outer = Outer(size, square) | (x & Vector512.Create(-0f));
        Vector512<float> inner = Vector512.FusedMultiplyAdd(Inner(square), x, x);
        Vector512<float> isOuter = Vector512.GreaterThan(Vector512.Abs(x), Vector512.Create(Middle));
        return Vector512.ConditionalSelect(isOuter, outer, inner);
    }

    // erf(x) / x - 1.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Inner(Vector512<float> s)
    {
        Vector512<float> r = Vector512.Create(-5.96761703e-4f);
        r = Vector512.FusedMultiplyAdd(r, s, Vector512.Create(4.99119423e-3f));
        r = Vector512.FusedMultiplyAdd(r, s, Vector512.Create(-2.67681349e-2f));
        r = Vector512.FusedMultiplyAdd(r, s, Vector512.Create(1.12819925e-1f));
        r = Vector512.FusedMultiplyAdd(r, s, Vector512.Create(-3.76125336e-1f));
        return Vector512.FusedMultiplyAdd(r, s, Vector512.Create(1.28379166e-1f));
    }

    // 1 - e^q(x).
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Outer(Vector512<float> t, Vector512<float> s)
    {
        Vector512<float> r = Vector512.FusedMultiplyAdd(Vector512.Create(-1.72853470e-5f), t, Vector512.Create(3.83197126e-4f));
        Vector512<float> u = Vector512.FusedMultiplyAdd(Vector512.Create(-3.88396438e-3f), t, Vector512.Create(2.42546219e-2f));
        r = Vector512.FusedMultiplyAdd(r, s, u);
        r = Vector512.FusedMultiplyAdd(r, t, Vector512.Create(-1.06777877e-1f));
        r = Vector512.FusedMultiplyAdd(r, t, Vector512.Create(-6.34846687e-1f));
        r = Vector512.FusedMultiplyAdd(r, t, Vector512.Create(-1.28717512e-1f));
        r = Vector512.FusedMultiplyAdd(r, t, -t);
        return Vector512<float>.One - VectorExp.Exp(r);
    }
}
