using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace KerasSharp.Engines.Torch.Numerics;

/// <summary>Powers for float32, by float64 logarithms, so nearly always correctly rounded.</summary>
internal static unsafe class VectorPow
{
    /// <summary>x to the y; sixteen at a time where all x are positive and all numbers finite, else one by one with the C library's rules.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Pow(Vector512<float> x, Vector512<float> y)
    {
        Vector512<float> infinity = Vector512.Create(float.PositiveInfinity);
        Vector512<float> plain =
            Vector512.GreaterThan(x, Vector512<float>.Zero)
            & Vector512.LessThan(x, infinity)
            & Vector512.LessThan(Vector512.Abs(y), infinity);
        return Vector512.EqualsAll(plain.AsInt32(), Vector512<int>.AllBitsSet) ? Plain(x, y) : OneByOne(x, y);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Plain(Vector512<float> x, Vector512<float> y)
    {
        (Vector512<double> xLow, Vector512<double> xHigh) = Vector512.Widen(x);
        (Vector512<double> yLow, Vector512<double> yHigh) = Vector512.Widen(y);
        return Vector512.Narrow(Vector512.Exp(Vector512.Log(xLow) * yLow), Vector512.Exp(Vector512.Log(xHigh) * yHigh));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Vector512<float> OneByOne(Vector512<float> x, Vector512<float> y)
    {
        float* bases = stackalloc float[Vector512<float>.Count];
        float* exponents = stackalloc float[Vector512<float>.Count];
        x.Store(bases);
        y.Store(exponents);
        for (int i = 0; i < Vector512<float>.Count; i++)
        {
            bases[i] = (float)Math.Pow(bases[i], exponents[i]);
        }

        return Vector512.Load(bases);
    }
}
