using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace KerasSharp.Engines.Torch.Numerics;

/// <summary>exp and what follows from it, for float32, within 2 units in the last place unless a member says otherwise.</summary>
internal static class VectorExp
{
    private const float Log2E = 1.44269504f;

    // ln 2 in two parts: the first one times an integer of 8 bits is exact.
    private const float Ln2High = 0.693145751953125f;
    private const float Ln2Low = 1.428606765330187e-06f;
    private const float Overflow = 88.7228394f;
    private const float Underflow = -104f;

    /// <summary>e to the x.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Exp(Vector512<float> x)
    {
        Vector512<float> bounded = Vector512.MaxNative(Vector512.MinNative(x, Vector512.Create(89f)), Vector512.Create(Underflow));
        (Vector512<float> n, Vector512<float> r) = Reduce(bounded);
        Vector512<float> y = Scale(Polynomial(r) * r + Vector512<float>.One, n);
        y = Vector512.ConditionalSelect(Vector512.GreaterThan(x, Vector512.Create(Overflow)), Vector512.Create(float.PositiveInfinity), y);
        return Vector512.ConditionalSelect(Vector512.Equals(x, x), y, x);
    }

    /// <summary>e to the x, less 1, exact to the last places near 0 too.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> ExpM1(Vector512<float> x)
    {
        Vector512<float> bounded = Vector512.MaxNative(Vector512.MinNative(x, Vector512.Create(89f)), Vector512.Create(-25f));
        (Vector512<float> n, Vector512<float> r) = Reduce(bounded);

        // 2^n (p + 1) - 1, halved so that 2^128 does not overflow before its time.
        Vector512<float> half = PowerOfTwo(n - Vector512<float>.One);
        Vector512<float> y = Vector512.FusedMultiplyAdd(Polynomial(r) * r, half, half - Vector512.Create(0.5f));
        y += y;
        y = Vector512.ConditionalSelect(Vector512.GreaterThan(x, Vector512.Create(Overflow)), Vector512.Create(float.PositiveInfinity), y);
        Vector512<float> keep = ~Vector512.Equals(x, x) | Vector512.Equals(x, Vector512<float>.Zero);
        return Vector512.ConditionalSelect(keep, x, y);
    }

    /// <summary>1 / (1 + e^-x); 0 rather than denormal below -88.7.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Sigmoid(Vector512<float> x) => Vector512<float>.One / (Vector512<float>.One + Exp(-x));

    /// <summary>tanh.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Tanh(Vector512<float> x)
    {
        Vector512<float> sign = x & Vector512.Create(-0f);
        Vector512<float> size = Vector512.MinNative(Vector512.Abs(x), Vector512.Create(10f));
        Vector512<float> t = ExpM1(size + size);
        Vector512<float> y = (t / (t + Vector512.Create(2f))) | sign;
        return Vector512.ConditionalSelect(Vector512.Equals(x, x), y, x);
    }

    /// <summary>2 to the n for whole n from -126 to 127.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> PowerOfTwo(Vector512<float> n) =>
        ((Vector512.ConvertToInt32Native(n) + Vector512.Create(127)) << 23).AsSingle();

    // x = n ln 2 + r with |r| <= ln 2 / 2.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector512<float> N, Vector512<float> R) Reduce(Vector512<float> x)
    {
        Vector512<float> n = Vector512.Round(x * Vector512.Create(Log2E));
        Vector512<float> r = Vector512.FusedMultiplyAdd(n, Vector512.Create(-Ln2High), x);
        return (n, Vector512.FusedMultiplyAdd(n, Vector512.Create(-Ln2Low), r));
    }

    // (e^r - 1) / r.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Polynomial(Vector512<float> r)
    {
        Vector512<float> p = Vector512.Create(1.9841270e-4f);
        p = Vector512.FusedMultiplyAdd(p, r, Vector512.Create(1.3888889e-3f));
        p = Vector512.FusedMultiplyAdd(p, r, Vector512.Create(8.3333333e-3f));
        p = Vector512.FusedMultiplyAdd(p, r, Vector512.Create(4.1666667e-2f));
        p = Vector512.FusedMultiplyAdd(p, r, Vector512.Create(1.6666667e-1f));
        p = Vector512.FusedMultiplyAdd(p, r, Vector512.Create(0.5f));
        return Vector512.FusedMultiplyAdd(p, r, Vector512<float>.One);
    }

    // y 2^n in two steps, so that n may go beyond the exponents of normal numbers at both ends.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Scale(Vector512<float> y, Vector512<float> n)
    {
        Vector512<int> whole = Vector512.ConvertToInt32Native(n);
        Vector512<int> first = whole >> 1;
        Vector512<int> bias = Vector512.Create(127);
        return y * ((first + bias) << 23).AsSingle() * ((whole - first + bias) << 23).AsSingle();
    }
}
