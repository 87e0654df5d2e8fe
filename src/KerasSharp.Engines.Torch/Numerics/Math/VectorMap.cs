using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace KerasSharp.Engines.Torch.Numerics;

/// <summary>
/// Runs vector functions over arrays. A value does not depend on where in the array it stands: the rest that fills no
/// vector goes through the same code. Source and target may be the same array.
/// </summary>
internal static unsafe class VectorMap
{
    private const int Width = 16;

    private static ReadOnlySpan<int> Lanes =>
        [-1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];

    /// <summary>target[i] = f(source[i]) for i from <paramref name="begin"/> to before <paramref name="end"/>.</summary>
    public static void Apply<TFunction>(float* source, float* target, long begin, long end)
        where TFunction : struct, IVectorFunction
    {
        long i = begin;
        for (; i <= end - Width; i += Width)
        {
            TFunction.Invoke(Vector512.Load(source + i)).Store(target + i);
        }

        if (i < end)
        {
            int rest = (int)(end - i);
            TFunction.Invoke(LoadRest(source + i, rest)).StoreRest(target + i, rest);
        }
    }

    /// <summary>target[i] = f(x[i], y[i]) for i from <paramref name="begin"/> to before <paramref name="end"/>.</summary>
    public static void Apply<TFunction>(float* x, float* y, float* target, long begin, long end)
        where TFunction : struct, IVectorFunction2
    {
        long i = begin;
        for (; i <= end - Width; i += Width)
        {
            TFunction.Invoke(Vector512.Load(x + i), Vector512.Load(y + i)).Store(target + i);
        }

        if (i < end)
        {
            int rest = (int)(end - i);
            TFunction.Invoke(LoadRest(x + i, rest), LoadRest(y + i, rest)).StoreRest(target + i, rest);
        }
    }

    /// <summary>target[i] = f(source[i]) for i from <paramref name="begin"/> to before <paramref name="end"/>, computed in float64 and rounded.</summary>
    public static void Apply(delegate* <double, double> function, float* source, float* target, long begin, long end)
    {
        for (long i = begin; i < end; i++)
        {
            target[i] = (float)function(source[i]);
        }
    }

    /// <summary>Up to sixteen values, then <paramref name="others"/>; reads no memory beyond.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector512<float> LoadRest(float* source, int count, float others = 0)
    {
        if (Avx512F.IsSupported)
        {
            return Avx512F.MaskLoad(source, FirstLanes(count), Vector512.Create(others));
        }

        if (!Avx.IsSupported)
        {
            return LoadOneByOne(source, count, others);
        }

        Vector512<float> mask = FirstLanes(count);
        var values = Vector512.Create(Avx.MaskLoad(source, mask.GetLower()), Avx.MaskLoad(source + Width / 2, mask.GetUpper()));
        return Vector512.ConditionalSelect(mask, values, Vector512.Create(others));
    }

    /// <summary>Stores the first <paramref name="count"/> values.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void StoreRest(this Vector512<float> vector, float* target, int count)
    {
        if (Avx512F.IsSupported)
        {
            Avx512F.MaskStore(target, FirstLanes(count), vector);
            return;
        }

        if (Avx.IsSupported)
        {
            Vector512<float> mask = FirstLanes(count);
            Avx.MaskStore(target, mask.GetLower(), vector.GetLower());
            Avx.MaskStore(target + Width / 2, mask.GetUpper(), vector.GetUpper());
            return;
        }

        for (int i = 0; i < count; i++)
        {
            target[i] = vector.GetElement(i);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> FirstLanes(int count) =>
        Vector512.LoadUnsafe(ref MemoryMarshal.GetReference(Lanes), (nuint)(Width - count)).AsSingle();

    private static Vector512<float> LoadOneByOne(float* source, int count, float others)
    {
        float* values = stackalloc float[Width];
        for (int i = 0; i < Width; i++)
        {
            values[i] = i < count ? source[i] : others;
        }

        return Vector512.Load(values);
    }
}
