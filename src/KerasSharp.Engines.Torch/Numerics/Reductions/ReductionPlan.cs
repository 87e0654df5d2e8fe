namespace KerasSharp.Engines.Torch.Numerics;

/// <summary>
/// A reduction of a C-contiguous array: neighbouring axes of one kind merged, axes of size 1 gone, so that kept and
/// reduced ones alternate. Sizes and strides are in elements.
/// </summary>
internal sealed class ReductionPlan
{
    private ReductionPlan(long[] keptSizes, long[] keptStrides, long[] reducedSizes, long[] reducedStrides)
    {
        KeptSizes = keptSizes;
        KeptStrides = keptStrides;
        ReducedSizes = reducedSizes;
        ReducedStrides = reducedStrides;
        OutputCount = Product(keptSizes);
        ReducedCount = Product(reducedSizes);
    }

    /// <summary>The kept axes, outermost first.</summary>
    public long[] KeptSizes { get; }

    /// <summary>The kept axes' strides in the input.</summary>
    public long[] KeptStrides { get; }

    /// <summary>The reduced axes, outermost first.</summary>
    public long[] ReducedSizes { get; }

    /// <summary>The reduced axes' strides in the input.</summary>
    public long[] ReducedStrides { get; }

    /// <summary>Elements of the output.</summary>
    public long OutputCount { get; }

    /// <summary>Input elements that make one output element.</summary>
    public long ReducedCount { get; }

    /// <summary>Whether the innermost axis is kept, so that outputs are neighbours of each other.</summary>
    public bool IsInnerKept => KeptStrides.Length > 0 && KeptStrides[^1] == 1;

    /// <summary>Plans a reduction over <paramref name="axes"/> (negative ones count from the end; order and repeats do not matter).</summary>
    public static ReductionPlan Create(ReadOnlySpan<int> shape, ReadOnlySpan<int> axes)
    {
        Span<bool> reduced = stackalloc bool[shape.Length];
        foreach (int axis in axes)
        {
            int index = axis < 0 ? axis + shape.Length : axis;
            if ((uint)index >= (uint)shape.Length)
            {
                throw new ArgumentException(
                    $"Axis {axis} is outside an array of rank {shape.Length}; give one from {-shape.Length} to {shape.Length - 1}."
                );
            }

            reduced[index] = true;
        }

        return Create(shape, reduced);
    }

    /// <summary>Plans a reduction over the axes marked true.</summary>
    public static ReductionPlan Create(ReadOnlySpan<int> shape, ReadOnlySpan<bool> reduced)
    {
        var kept = new AxisList();
        var gone = new AxisList();
        long stride = 1;
        for (int i = shape.Length - 1; i >= 0; i--)
        {
            (reduced[i] ? gone : kept).Prepend(shape[i], stride);
            stride *= shape[i];
        }

        return new(kept.Sizes, kept.Strides, gone.Sizes, gone.Strides);
    }

    internal static long Product(long[] sizes) => sizes.Aggregate(1L, (a, b) => a * b);

    private sealed class AxisList
    {
        private readonly List<(long Size, long Stride)> _axes = [];

        public long[] Sizes => [.. _axes.Select(axis => axis.Size).Reverse()];

        public long[] Strides => [.. _axes.Select(axis => axis.Stride).Reverse()];

        public void Prepend(long size, long stride)
        {
            if (size == 1)
            {
                return;
            }

            if (_axes.Count > 0 && _axes[^1].Stride * _axes[^1].Size == stride)
            {
                _axes[^1] = (_axes[^1].Size * size, _axes[^1].Stride);
            }
            else
            {
                _axes.Add((size, stride));
            }
        }
    }
}
