using System.Numerics;

namespace KerasSharp.Engines.Torch.Numerics;

/// <summary>ArgMax and ArgMin along one axis of [outer, axis, inner]: the first of equals; NaN is ignored, and 0 is
/// the answer where no element is beyond the type's lowest (highest) finite value.</summary>
internal static unsafe class ArgReduction
{
    /// <summary>Indices of the greatest elements, for outputs <paramref name="begin"/> to before <paramref name="end"/> of outer * inner.</summary>
    public static void Max<T, TIndex>(T* source, TIndex* target, long axis, long inner, long begin, long end)
        where T : unmanaged, INumber<T>, IMinMaxValue<T>
        where TIndex : unmanaged, IBinaryInteger<TIndex> => Run<T, TIndex>(source, target, axis, inner, begin, end, true);

    /// <summary>Indices of the smallest elements, for outputs <paramref name="begin"/> to before <paramref name="end"/> of outer * inner.</summary>
    public static void Min<T, TIndex>(T* source, TIndex* target, long axis, long inner, long begin, long end)
        where T : unmanaged, INumber<T>, IMinMaxValue<T>
        where TIndex : unmanaged, IBinaryInteger<TIndex> => Run<T, TIndex>(source, target, axis, inner, begin, end, false);

    private static void Run<T, TIndex>(T* source, TIndex* target, long axis, long inner, long begin, long end, bool greatest)
        where T : unmanaged, INumber<T>, IMinMaxValue<T>
        where TIndex : unmanaged, IBinaryInteger<TIndex>
    {
        if (axis < 1)
        {
            throw new ArgumentException("ArgMax and ArgMin need at least one element along the axis.");
        }

        for (long i = begin; i < end; i++)
        {
            (long outer, long column) = Math.DivRem(i, inner);
            T* row = source + outer * axis * inner + column;
            target[i] = TIndex.CreateTruncating(greatest ? FirstGreatest(row, axis, inner) : FirstSmallest(row, axis, inner));
        }
    }

    private static long FirstGreatest<T>(T* row, long count, long stride)
        where T : unmanaged, INumber<T>, IMinMaxValue<T>
    {
        long index = 0;
        T best = T.MinValue;
        for (long i = 0; i < count; i++)
        {
            if (row[i * stride] > best)
            {
                (index, best) = (i, row[i * stride]);
            }
        }

        return index;
    }

    private static long FirstSmallest<T>(T* row, long count, long stride)
        where T : unmanaged, INumber<T>, IMinMaxValue<T>
    {
        long index = 0;
        T best = T.MaxValue;
        for (long i = 0; i < count; i++)
        {
            if (row[i * stride] < best)
            {
                (index, best) = (i, row[i * stride]);
            }
        }

        return index;
    }
}
