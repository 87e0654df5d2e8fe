using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace KerasSharp.Engines.Torch.Numerics;

/// <summary>sin and cos for float32, within 2 units in the last place or 2e-8, whichever is more.</summary>
internal static unsafe class VectorTrigonometry
{
    // Beyond this the four-part quarter turn is not long enough; such numbers go one by one.
    private const float Largest = 30000f;
    private const float TwoOverPi = 0.636619772f;

    /// <summary>The sine of x radians; NaN for infinities.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Sin(Vector512<float> x)
    {
        if (!Vector512.LessThanAll(Vector512.Abs(x), Vector512.Create(Largest)))
        {
            return OneByOne(x, &MathF.Sin);
        }

        Vector512<float> y = Quadrant(x, Vector512<int>.Zero);
        return Vector512.ConditionalSelect(Vector512.Equals(x, Vector512<float>.Zero), x, y);
    }

    /// <summary>The cosine of x radians; NaN for infinities.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Cos(Vector512<float> x) =>
        Vector512.LessThanAll(Vector512.Abs(x), Vector512.Create(Largest)) ? Quadrant(x, Vector512<int>.One) : OneByOne(x, &MathF.Cos);

    // The sine of x + turns quarter turns.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Quadrant(Vector512<float> x, Vector512<int> turns)
    {
        Vector512<float> n = Vector512.Round(x * Vector512.Create(TwoOverPi));
        Vector512<int> quadrant = Vector512.ConvertToInt32Native(n) + turns;
        Vector512<float> r = Vector512.FusedMultiplyAdd(n, Vector512.Create(-1.57079601f), x);
        r = Vector512.FusedMultiplyAdd(n, Vector512.Create(-3.1391647e-7f), r);
        r = Vector512.FusedMultiplyAdd(n, Vector512.Create(-5.3903025e-15f), r);
        Vector512<float> s = r * r;
        Vector512<int> odd = -(quadrant & Vector512<int>.One);
        Vector512<float> y = Vector512.ConditionalSelect(odd.AsSingle(), CosNear0(s), SinNear0(r, s));
        return y ^ ((quadrant & Vector512.Create(2)) << 30).AsSingle();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> SinNear0(Vector512<float> r, Vector512<float> s)
    {
        Vector512<float> p = Vector512.Create(2.7183114939e-6f);
        p = Vector512.FusedMultiplyAdd(p, s, Vector512.Create(-1.9839334836e-4f));
        p = Vector512.FusedMultiplyAdd(p, s, Vector512.Create(8.3333293855e-3f));
        p = Vector512.FusedMultiplyAdd(p, s, Vector512.Create(-1.6666666641e-1f));
        return Vector512.FusedMultiplyAdd(p * s, r, r);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> CosNear0(Vector512<float> s)
    {
        Vector512<float> p = Vector512.Create(2.4390448796e-5f);
        p = Vector512.FusedMultiplyAdd(p, s, Vector512.Create(-1.3886763774e-3f));
        p = Vector512.FusedMultiplyAdd(p, s, Vector512.Create(4.1666623322e-2f));
        p = Vector512.FusedMultiplyAdd(p, s, Vector512.Create(-0.49999999725f));
        return Vector512.FusedMultiplyAdd(p, s, Vector512<float>.One);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Vector512<float> OneByOne(Vector512<float> x, delegate* <float, float> function)
    {
        float* values = stackalloc float[Vector512<float>.Count];
        x.Store(values);
        for (int i = 0; i < Vector512<float>.Count; i++)
        {
            values[i] = function(values[i]);
        }

        return Vector512.Load(values);
    }
}
