using System.Numerics;
using System.Runtime.Intrinsics;

namespace KerasSharp.Engines.Torch.Numerics;

/// <summary>Reductions whose outputs are neighbours: rows are combined element by element.</summary>
internal static unsafe class Columns
{
    private const int MaximumRank = 32;
    private const int PartLength = 128;
    private const int VectorsAtOnce = 4;

    /// <summary>Reduces <paramref name="count"/> neighbouring columns over all reduced axes of the plan.</summary>
    public static void Reduce<T, TOperation>(ReductionPlan plan, T* source, T* target, long count)
        where T : unmanaged, INumber<T>
        where TOperation : struct, IReduction<T>
    {
        long column = 0;
        if (Vector512<T>.IsSupported)
        {
            int width = Vector512<T>.Count;
            if (count < width && IsPacked(plan, count) && plan.ReducedSizes[^1] >= 4 * width)
            {
                Packed<T, TOperation>(plan, source, target, (int)count);
                return;
            }

            for (; column <= count - VectorsAtOnce * width; column += VectorsAtOnce * width)
            {
                Strip<T, TOperation>(plan, source + column, target + column);
            }

            for (; column <= count - width; column += width)
            {
                Single<T, TOperation>(plan, source + column, target + column);
            }
        }

        for (; column < count; column++)
        {
            target[column] = Scalar<T, TOperation>(plan, source + column);
        }
    }

    // All columns of a row are wanted and rows follow each other without a gap.
    private static bool IsPacked(ReductionPlan plan, long count) =>
        plan.KeptSizes[^1] == count && plan.ReducedStrides.Length == 1 && plan.ReducedStrides[0] == count;

    // Rows shorter than a vector: as many rows as a vector has lanes are that many vectors, whose lanes keep their columns.
    private static void Packed<T, TOperation>(ReductionPlan plan, T* source, T* target, int count)
        where T : unmanaged, INumber<T>
        where TOperation : struct, IReduction<T>
    {
        int width = Vector512<T>.Count;
        int block = count * width;
        long total = plan.ReducedCount * count;
        T* sums = stackalloc T[block];
        long i = total / block * block;
        Pairwise<T, TOperation>(source, sums, count, total / block);

        new Span<T>(target, count).Fill(TOperation.Identity);
        for (int j = 0; j < block; j++)
        {
            target[j % count] = TOperation.Combine(target[j % count], sums[j]);
        }

        for (; i < total; i++)
        {
            target[i % count] = TOperation.Combine(target[i % count], source[i]);
        }
    }

    // Halves are summed apart, so that many rows cost few digits.
    private static void Pairwise<T, TOperation>(T* source, T* sums, int count, long blocks)
        where T : unmanaged, INumber<T>
        where TOperation : struct, IReduction<T>
    {
        int block = count * Vector512<T>.Count;
        if (blocks > PartLength)
        {
            T* other = stackalloc T[block];
            Pairwise<T, TOperation>(source, sums, count, blocks / 2);
            Pairwise<T, TOperation>(source + blocks / 2 * block, other, count, blocks - blocks / 2);
            Accumulate<T, TOperation>(other, sums, count);
            return;
        }

        new Span<T>(sums, block).Fill(TOperation.Identity);
        for (long i = 0; i < blocks; i++)
        {
            Accumulate<T, TOperation>(source + i * block, sums, count);
        }
    }

    private static void Accumulate<T, TOperation>(T* source, T* sums, int vectors)
        where T : unmanaged, INumber<T>
        where TOperation : struct, IReduction<T>
    {
        int width = Vector512<T>.Count;
        for (int i = 0; i < vectors * width; i += width)
        {
            TOperation.Combine(Vector512.Load(sums + i), Vector512.Load(source + i)).Store(sums + i);
        }
    }

    private static void Strip<T, TOperation>(ReductionPlan plan, T* source, T* target)
        where T : unmanaged, INumber<T>
        where TOperation : struct, IReduction<T>
    {
        int width = Vector512<T>.Count;
        Vector512<T> identity = Vector512.Create(TOperation.Identity);
        (Vector512<T> s0, Vector512<T> s1, Vector512<T> s2, Vector512<T> s3) = (identity, identity, identity, identity);
        (Vector512<T> t0, Vector512<T> t1, Vector512<T> t2, Vector512<T> t3) = (identity, identity, identity, identity);
        int runs = 0;
        Span<long> index = stackalloc long[MaximumRank];
        var rows = new RowWalk(plan, index);
        while (rows.NextRun(PartLength, out long offset, out long count, out long stride))
        {
            (Vector512<T> a, Vector512<T> b, Vector512<T> c, Vector512<T> d) = (identity, identity, identity, identity);
            T* row = source + offset;
            for (; count > 0; count--, row += stride)
            {
                a = TOperation.Combine(a, Vector512.Load(row));
                b = TOperation.Combine(b, Vector512.Load(row + width));
                c = TOperation.Combine(c, Vector512.Load(row + 2 * width));
                d = TOperation.Combine(d, Vector512.Load(row + 3 * width));
            }

            s0 = TOperation.Combine(s0, a);
            s1 = TOperation.Combine(s1, b);
            s2 = TOperation.Combine(s2, c);
            s3 = TOperation.Combine(s3, d);
            if (++runs % PartLength == 0)
            {
                t0 = TOperation.Combine(t0, s0);
                t1 = TOperation.Combine(t1, s1);
                t2 = TOperation.Combine(t2, s2);
                t3 = TOperation.Combine(t3, s3);
                (s0, s1, s2, s3) = (identity, identity, identity, identity);
            }
        }

        TOperation.Combine(t0, s0).Store(target);
        TOperation.Combine(t1, s1).Store(target + width);
        TOperation.Combine(t2, s2).Store(target + 2 * width);
        TOperation.Combine(t3, s3).Store(target + 3 * width);
    }

    private static void Single<T, TOperation>(ReductionPlan plan, T* source, T* target)
        where T : unmanaged, INumber<T>
        where TOperation : struct, IReduction<T>
    {
        Vector512<T> identity = Vector512.Create(TOperation.Identity);
        Vector512<T> sum = identity;
        Vector512<T> total = identity;
        int runs = 0;
        Span<long> index = stackalloc long[MaximumRank];
        var rows = new RowWalk(plan, index);
        while (rows.NextRun(2 * PartLength, out long offset, out long count, out long stride))
        {
            (Vector512<T> a, Vector512<T> b) = (identity, identity);
            T* row = source + offset;
            for (; count > 1; count -= 2, row += 2 * stride)
            {
                a = TOperation.Combine(a, Vector512.Load(row));
                b = TOperation.Combine(b, Vector512.Load(row + stride));
            }

            if (count > 0)
            {
                a = TOperation.Combine(a, Vector512.Load(row));
            }

            sum = TOperation.Combine(sum, TOperation.Combine(a, b));
            if (++runs % PartLength == 0)
            {
                (total, sum) = (TOperation.Combine(total, sum), identity);
            }
        }

        TOperation.Combine(total, sum).Store(target);
    }

    private static T Scalar<T, TOperation>(ReductionPlan plan, T* source)
        where T : unmanaged, INumber<T>
        where TOperation : struct, IReduction<T>
    {
        T sum = TOperation.Identity;
        T total = TOperation.Identity;
        int runs = 0;
        Span<long> index = stackalloc long[MaximumRank];
        var rows = new RowWalk(plan, index);
        while (rows.NextRun(PartLength, out long offset, out long count, out long stride))
        {
            T part = TOperation.Identity;
            T* row = source + offset;
            for (; count > 0; count--, row += stride)
            {
                part = TOperation.Combine(part, *row);
            }

            sum = TOperation.Combine(sum, part);
            if (++runs % PartLength == 0)
            {
                (total, sum) = (TOperation.Combine(total, sum), TOperation.Identity);
            }
        }

        return TOperation.Combine(total, sum);
    }
}
