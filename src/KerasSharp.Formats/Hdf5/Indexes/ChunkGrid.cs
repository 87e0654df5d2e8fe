namespace KerasSharp.Formats.Hdf5;

/// <summary>How a dataset is cut into chunks.</summary>
internal sealed class ChunkGrid
{
    private readonly long[] counts;
    private readonly int[] axes;

    /// <summary>The grid of a dataset.</summary>
    /// <param name="space">The dataset's lengths.</param>
    /// <param name="layout">A chunk's lengths and the kind of index.</param>
    /// <param name="chunkSize">A whole chunk's bytes.</param>
    public ChunkGrid(Dataspace space, DataLayout layout, long chunkSize)
    {
        (ChunkDims, ChunkSize) = (layout.ChunkDims, chunkSize);
        // Chunks are numbered as if the dataset had grown as far as it may.
        counts = [.. space.Dims.Zip(space.MaxDims, (now, most) => most < 0 ? now : most).Zip(ChunkDims, CountOf)];
        axes = Axes(space, layout.Kind);
        Count = Product(counts);
        CountInUse = Product([.. space.Dims.Zip(ChunkDims, CountOf)]);
    }

    /// <summary>A chunk's lengths.</summary>
    public long[] ChunkDims { get; }

    /// <summary>A whole chunk's bytes.</summary>
    public long ChunkSize { get; }

    /// <summary>How many chunks are numbered.</summary>
    public long Count { get; }

    /// <summary>How many chunks cover the dataset as it is.</summary>
    public long CountInUse { get; }

    /// <summary>The first element of the chunk of a number.</summary>
    public long[] StartOf(long number)
    {
        var start = new long[counts.Length];
        for (int i = axes.Length - 1; i >= 0; i--)
        {
            int axis = axes[i];
            start[axis] = number % counts[axis] * ChunkDims[axis];
            number /= counts[axis];
        }
        return start;
    }

    // Extensible arrays count along the dimension without limit last, so that growing appends entries.
    private static int[] Axes(Dataspace space, LayoutKind kind)
    {
        var axes = Enumerable.Range(0, space.Dims.Length);
        int growing = Array.IndexOf(space.MaxDims, -1);
        return kind == LayoutKind.ExtensibleArray && growing > 0 ? [growing, .. axes.Where(axis => axis != growing)] : [.. axes];
    }

    private static long CountOf(long length, long chunk) => length == 0 ? 0 : (length - 1) / chunk + 1;

    private static long Product(long[] factors)
    {
        UInt128 product = 1;
        foreach (long factor in factors)
            product = UInt128.Min(product * (UInt128)factor, long.MaxValue);
        return (long)product;
    }
}
