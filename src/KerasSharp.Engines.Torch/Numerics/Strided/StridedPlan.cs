namespace KerasSharp.Engines.Torch.Numerics;

/// <summary>
/// A copy between two strided blocks of one shape, in as few axes as say the same: axes of size 1 are dropped, axes are
/// ordered by the target's strides and neighbours that are one walk in both blocks are merged. Strides are in elements and
/// may be 0 or negative in the source.
/// </summary>
internal sealed class StridedPlan
{
    private StridedPlan(long[] sizes, long[] sourceStrides, long[] targetStrides)
    {
        Sizes = sizes;
        SourceStrides = sourceStrides;
        TargetStrides = targetStrides;
        Count = ReductionPlan.Product(sizes);
    }

    /// <summary>Sizes, outermost first; at least one.</summary>
    public long[] Sizes { get; }

    /// <summary>The source's strides.</summary>
    public long[] SourceStrides { get; }

    /// <summary>The target's strides.</summary>
    public long[] TargetStrides { get; }

    /// <summary>Elements to copy.</summary>
    public long Count { get; }

    /// <summary>Pieces that the copy can be split into: indices of the outermost axis.</summary>
    public long Pieces => Sizes[0];

    /// <summary>Plans a copy.</summary>
    public static StridedPlan Create(ReadOnlySpan<long> sizes, ReadOnlySpan<long> sourceStrides, ReadOnlySpan<long> targetStrides)
    {
        var axes = new List<Axis>(sizes.Length);
        for (int i = 0; i < sizes.Length; i++)
        {
            if (sizes[i] != 1)
            {
                axes.Add(new(sizes[i], sourceStrides[i], targetStrides[i]));
            }
        }

        Axis[] merged = Merge(axes.OrderByDescending(axis => Math.Abs(axis.Target)));
        return new([.. merged.Select(axis => axis.Size)], [.. merged.Select(axis => axis.Source)], [.. merged.Select(axis => axis.Target)]);
    }

    private static Axis[] Merge(IEnumerable<Axis> axes)
    {
        var merged = new List<Axis>();
        foreach (Axis axis in axes)
        {
            if (merged.Count > 0 && merged[^1].Continues(axis))
            {
                merged[^1] = axis with { Size = merged[^1].Size * axis.Size };
            }
            else
            {
                merged.Add(axis);
            }
        }

        return merged.Count == 0 ? [new(1, 1, 1)] : [.. merged];
    }

    private readonly record struct Axis(long Size, long Source, long Target)
    {
        public bool Continues(Axis inner) => Source == inner.Source * inner.Size && Target == inner.Target * inner.Size;
    }
}
