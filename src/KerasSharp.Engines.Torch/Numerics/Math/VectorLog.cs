using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace KerasSharp.Engines.Torch.Numerics;

/// <summary>log and what follows from it, for float32, within 2 units in the last place.</summary>
internal static class VectorLog
{
    private const float SmallestNormal = 1.17549435e-38f;

    /// <summary>The natural logarithm: -infinity at 0, NaN below.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Log(Vector512<float> x)
    {
        // Denormal numbers are scaled up by 2^24 first.
        Vector512<float> denormal = Vector512.LessThan(x, Vector512.Create(SmallestNormal));
        Vector512<float> normal = Vector512.ConditionalSelect(denormal, x * Vector512.Create(16777216f), x);
        Vector512<float> y = LogNormal(normal, denormal & Vector512.Create(-24f));

        Vector512<float> zero = Vector512.Equals(x, Vector512<float>.Zero);
        y = Vector512.ConditionalSelect(zero, Vector512.Create(float.NegativeInfinity), y);
        y = Vector512.ConditionalSelect(Vector512.LessThan(x, Vector512<float>.Zero), Vector512.Create(float.NaN), y);
        Vector512<float> keep = Vector512.LessThan(x, Vector512.Create(float.PositiveInfinity));
        return Vector512.ConditionalSelect(keep, y, x);
    }

    /// <summary>log(1 + x), exact to the last places near 0 too.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Log1P(Vector512<float> x)
    {
        // What rounding 1 + x to u loses is made good to first order.
        Vector512<float> u = Vector512<float>.One + x;
        Vector512<float> lost = (x - (u - Vector512<float>.One)) / u;
        Vector512<float> ordinary = Vector512.GreaterThan(x, Vector512.Create(-1f)) & Vector512.LessThan(x, Vector512.Create(1e10f));
        Vector512<float> y = Log(u) + (lost & ordinary);
        return Vector512.ConditionalSelect(Vector512.Equals(x, Vector512<float>.Zero), x, y);
    }

    /// <summary>log(1 + e^x), without overflow.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Softplus(Vector512<float> x) =>
        Vector512.Max(x, Vector512<float>.Zero) + Log1PUnit(VectorExp.Exp(-Vector512.Abs(x)));

    // log(1 + x) for x from 0 to 1, where 1 + x is a normal number.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Log1PUnit(Vector512<float> x)
    {
        Vector512<float> u = Vector512<float>.One + x;
        Vector512<float> lost = (x - (u - Vector512<float>.One)) / u;
        return LogNormal(u, Vector512<float>.Zero) + lost;
    }

    // x = 2^e (1 + m) with 1 + m from sqrt(1/2) to sqrt(2); the polynomial is Cephes's logf.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> LogNormal(Vector512<float> x, Vector512<float> exponentOffset)
    {
        Vector512<int> bits = x.AsInt32() - Vector512.Create(0x3f3504f3);
        Vector512<float> e = Vector512.ConvertToSingle(bits >> 23) + exponentOffset;
        Vector512<float> m = ((bits & Vector512.Create(0x7fffff)) + Vector512.Create(0x3f3504f3)).AsSingle() - Vector512<float>.One;
        Vector512<float> square = m * m;
        Vector512<float> p = Vector512.Create(7.0376836292e-2f);
        p = Vector512.FusedMultiplyAdd(p, m, Vector512.Create(-1.1514610310e-1f));
        p = Vector512.FusedMultiplyAdd(p, m, Vector512.Create(1.1676998740e-1f));
        p = Vector512.FusedMultiplyAdd(p, m, Vector512.Create(-1.2420140846e-1f));
        p = Vector512.FusedMultiplyAdd(p, m, Vector512.Create(1.4249322787e-1f));
        p = Vector512.FusedMultiplyAdd(p, m, Vector512.Create(-1.6668057665e-1f));
        p = Vector512.FusedMultiplyAdd(p, m, Vector512.Create(2.0000714765e-1f));
        p = Vector512.FusedMultiplyAdd(p, m, Vector512.Create(-2.4999993993e-1f));
        p = Vector512.FusedMultiplyAdd(p, m, Vector512.Create(3.3333331174e-1f));
        Vector512<float> y = p * m * square;
        y = Vector512.FusedMultiplyAdd(e, Vector512.Create(-2.12194440e-4f), y);
        y = Vector512.FusedMultiplyAdd(square, Vector512.Create(-0.5f), y);
        return Vector512.FusedMultiplyAdd(e, Vector512.Create(0.693359375f), m + y);
    }
}
