namespace KerasSharp.Engines.Torch.Numerics;

/// <summary>Copies elements of 1, 2, 4, 8 or 16 bytes between strided blocks.</summary>
internal static unsafe class StridedCopy
{
    /// <summary>All of the plan.</summary>
    public static void Run(StridedPlan plan, void* source, void* target, int elementSize) =>
        Run(plan, source, target, elementSize, 0, plan.Pieces);

    /// <summary>The pieces from <paramref name="begin"/> to before <paramref name="end"/> of <see cref="StridedPlan.Pieces"/>.</summary>
    /// <exception cref="NotSupportedException">The element size is none of the above.</exception>
    public static void Run(StridedPlan plan, void* source, void* target, int elementSize, long begin, long end)
    {
        switch (elementSize)
        {
            case 1:
                Run(plan, (byte*)source, (byte*)target, begin, end);
                break;
            case 2:
                Run(plan, (ushort*)source, (ushort*)target, begin, end);
                break;
            case 4:
                Run(plan, (uint*)source, (uint*)target, begin, end);
                break;
            case 8:
                Run(plan, (ulong*)source, (ulong*)target, begin, end);
                break;
            case 16:
                Run(plan, (UInt128*)source, (UInt128*)target, begin, end);
                break;
            default:
                throw new NotSupportedException($"Elements of {elementSize} bytes cannot be copied; sizes are 1, 2, 4, 8 and 16.");
        }
    }

    private static void Run<T>(StridedPlan plan, T* source, T* target, long begin, long end)
        where T : unmanaged
    {
        if (plan.Count == 0)
        {
            return;
        }

        source += begin * plan.SourceStrides[0];
        target += begin * plan.TargetStrides[0];
        long[] sizes = [end - begin, .. plan.Sizes.AsSpan(1)];
        int rank = sizes.Length;

        // The innermost two axes are one matrix: a transposition where the source's neighbours lie along another axis.
        int across = Across(plan);
        bool transposes = across >= 0;
        across = transposes ? across : rank - 2;
        long rows = rank > 1 ? sizes[across] : 1;
        long sourceRow = rank > 1 ? plan.SourceStrides[across] : 0;
        long targetRow = rank > 1 ? plan.TargetStrides[across] : 0;
        long[] outerSizes = Others(sizes, across);
        var from = new Odometer(outerSizes, Others(plan.SourceStrides, across), new long[rank]);
        var to = new Odometer(outerSizes, Others(plan.TargetStrides, across), new long[rank]);
        for (long left = ReductionPlan.Product(outerSizes); left > 0; left--, from.Next(), to.Next())
        {
            if (transposes)
            {
                BlockTranspose.Run(source + from.Offset, target + to.Offset, rows, sizes[^1], plan.SourceStrides[^1], targetRow);
                continue;
            }

            for (long row = 0; row < rows; row++)
            {
                Row(
                    source + from.Offset + row * sourceRow,
                    target + to.Offset + row * targetRow,
                    sizes[^1],
                    plan.SourceStrides[^1],
                    plan.TargetStrides[^1]
                );
            }
        }
    }

    private static int Across(StridedPlan plan) =>
        plan.TargetStrides[^1] == 1 && plan.SourceStrides[^1] != 1 ? Array.IndexOf(plan.SourceStrides, 1, 0, plan.Sizes.Length - 1) : -1;

    // All entries but the last one and the one at an index.
    private static long[] Others(long[] values, int index) => [.. values[..^1].Where((_, i) => i != index)];

    private static void Row<T>(T* source, T* target, long count, long sourceStride, long targetStride)
        where T : unmanaged
    {
        if (sourceStride == 1 && targetStride == 1)
        {
            NativeBlock.CopyShort(source, target, count);
        }
        else if (sourceStride == 0 && targetStride == 1 && count <= int.MaxValue)
        {
            new Span<T>(target, (int)count).Fill(*source);
        }
        else
        {
            for (long i = 0; i < count; i++)
            {
                target[i * targetStride] = source[i * sourceStride];
            }
        }
    }
}
