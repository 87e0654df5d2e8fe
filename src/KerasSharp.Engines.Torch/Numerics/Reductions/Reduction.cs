using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace KerasSharp.Engines.Torch.Numerics;

/// <summary>
/// Reductions over any axes, output elements <c>begin</c> to before <c>end</c>. Long sums are made of partial ones (at most
/// 128 additions in a row), so that float32 keeps its digits.
/// </summary>
internal static unsafe class Reduction
{
    private const int MaximumRank = 32;
    private const int PartLength = 128;

    /// <summary>Reduces <paramref name="source"/>, laid out as <paramref name="plan"/> says, into <paramref name="target"/>.</summary>
    public static void Run<T, TOperation>(ReductionPlan plan, T* source, T* target, long begin, long end)
        where T : unmanaged, INumber<T>
        where TOperation : struct, IReduction<T>
    {
        if (begin >= end)
        {
            return;
        }

        if (plan.ReducedCount == 0)
        {
            new Span<T>(target + begin, checked((int)(end - begin))).Fill(TOperation.Identity);
        }
        else if (plan.IsInnerKept)
        {
            ReduceColumns<T, TOperation>(plan, source, target, begin, end);
        }
        else
        {
            ReduceRows<T, TOperation>(plan, source, target, begin, end);
        }
    }

    /// <summary>Means instead of sums, of floats; NaN for no elements.</summary>
    public static void Mean<T>(ReductionPlan plan, T* source, T* target, long begin, long end)
        where T : unmanaged, INumber<T>
    {
        Run<T, ReductionOperations.Sum<T>>(plan, source, target, begin, end);
        T count = T.CreateTruncating(plan.ReducedCount);
        for (long i = begin; i < end; i++)
        {
            target[i] /= count;
        }
    }

    /// <summary>One run of <paramref name="count"/> neighbours.</summary>
    public static T Contiguous<T, TOperation>(T* source, long count)
        where T : unmanaged, INumber<T>
        where TOperation : struct, IReduction<T>
    {
        int width = Vector512<T>.IsSupported ? Vector512<T>.Count : 1;
        long part = 4L * width * PartLength;
        if (count <= part)
        {
            return Part<T, TOperation>(source, count);
        }

        // Halves of whole parts: the pairwise sum.
        long half = (count / part + 1) / 2 * part;
        return TOperation.Combine(Contiguous<T, TOperation>(source, half), Contiguous<T, TOperation>(source + half, count - half));
    }

    private static T Part<T, TOperation>(T* source, long count)
        where T : unmanaged, INumber<T>
        where TOperation : struct, IReduction<T>
    {
        T result = TOperation.Identity;
        long i = 0;
        if (Vector512<T>.IsSupported && count >= Vector512<T>.Count)
        {
            int width = Vector512<T>.Count;
            Vector512<T> a = Vector512.Create(TOperation.Identity);
            (Vector512<T> b, Vector512<T> c, Vector512<T> d) = (a, a, a);
            for (; i <= count - 4 * width; i += 4 * width)
            {
                a = TOperation.Combine(a, Vector512.Load(source + i));
                b = TOperation.Combine(b, Vector512.Load(source + i + width));
                c = TOperation.Combine(c, Vector512.Load(source + i + 2 * width));
                d = TOperation.Combine(d, Vector512.Load(source + i + 3 * width));
            }

            for (; i <= count - width; i += width)
            {
                a = TOperation.Combine(a, Vector512.Load(source + i));
            }

            if (typeof(T) == typeof(float) && i < count)
            {
                b = TOperation.Combine(b, Rest(source + i, count - i, result));
                i = count;
            }

            result = Across<T, TOperation>(TOperation.Combine(TOperation.Combine(a, b), TOperation.Combine(c, d)));
        }

        for (; i < count; i++)
        {
            result = TOperation.Combine(result, source[i]);
        }

        return result;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<T> Widen<T>(Vector128<T> vector) => vector.ToVector256Unsafe().ToVector512Unsafe();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<T> Turned<T>(Vector512<T> vector, Vector128<uint> order) =>
        Vector128.Shuffle(vector.GetLower().GetLower().As<T, uint>(), order).As<uint, T>();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<T> Rest<T>(T* source, long count, T others)
        where T : unmanaged, INumber<T> => VectorMap.LoadRest((float*)source, (int)count, float.CreateTruncating(others)).As<float, T>();

    /// <summary>The lanes of one vector.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static T Across<T, TOperation>(Vector512<T> vector)
        where T : unmanaged, INumber<T>
        where TOperation : struct, IReduction<T>
    {
        vector = TOperation.Combine(vector, vector.GetUpper().ToVector512Unsafe());
        vector = TOperation.Combine(vector, Widen(vector.GetLower().GetUpper()));
        vector = TOperation.Combine(vector, Widen(Turned(vector, Vector128.Create(2u, 3, 0, 1))));
        if (sizeof(T) <= sizeof(uint))
        {
            vector = TOperation.Combine(vector, Widen(Turned(vector, Vector128.Create(1u, 0, 3, 2))));
        }

        T result = vector.GetElement(0);
        for (int i = 1; i < sizeof(uint) / sizeof(T); i++)
        {
            result = TOperation.Combine(result, vector.GetElement(i));
        }

        return result;
    }

    private static void ReduceRows<T, TOperation>(ReductionPlan plan, T* source, T* target, long begin, long end)
        where T : unmanaged, INumber<T>
        where TOperation : struct, IReduction<T>
    {
        int outerRank = int.Max(0, plan.ReducedSizes.Length - 1);
        long row = plan.ReducedSizes.Length == 0 ? 1 : plan.ReducedSizes[^1];
        long rows = plan.ReducedCount / row;
        Span<long> keptIndex = stackalloc long[MaximumRank];
        Span<long> reducedIndex = stackalloc long[MaximumRank];
        var kept = new Odometer(plan.KeptSizes, plan.KeptStrides, keptIndex, begin);
        for (long i = begin; i < end; i++, kept.Next())
        {
            T result = Contiguous<T, TOperation>(source + kept.Offset, row);
            var reduced = new Odometer(plan.ReducedSizes.AsSpan(0, outerRank), plan.ReducedStrides.AsSpan(0, outerRank), reducedIndex);
            for (long j = 1; j < rows; j++)
            {
                reduced.Next();
                result = TOperation.Combine(result, Contiguous<T, TOperation>(source + kept.Offset + reduced.Offset, row));
            }

            target[i] = result;
        }
    }

    private static void ReduceColumns<T, TOperation>(ReductionPlan plan, T* source, T* target, long begin, long end)
        where T : unmanaged, INumber<T>
        where TOperation : struct, IReduction<T>
    {
        long inner = plan.KeptSizes[^1];
        Span<long> index = stackalloc long[MaximumRank];
        int outerRank = plan.KeptSizes.Length - 1;
        var outer = new Odometer(plan.KeptSizes.AsSpan(0, outerRank), plan.KeptStrides.AsSpan(0, outerRank), index, begin / inner);
        for (long i = begin; i < end; outer.Next())
        {
            long column = i % inner;
            long count = long.Min(inner - column, end - i);
            Columns.Reduce<T, TOperation>(plan, source + outer.Offset + column, target + i, count);
            i += count;
        }
    }
}
