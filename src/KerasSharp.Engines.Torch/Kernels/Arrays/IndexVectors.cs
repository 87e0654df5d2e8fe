namespace KerasSharp.Engines.Torch.Kernels.Arrays;

/// <summary>Index vectors into the leading axes of a tensor: the last axis of an indices tensor.</summary>
internal sealed class IndexVectors
{
    private readonly long[] dims;
    private readonly string name;

    /// <param name="shape">The shape that is indexed.</param>
    /// <param name="indices">The shape of the indices.</param>
    /// <param name="name">The operation, for messages.</param>
    public IndexVectors(Shape shape, Shape indices, string name)
    {
        int depth = (int)indices[-1];
        if (depth > shape.Rank)
            throw new ArgumentException($"{name}: index vectors of {depth} elements do not fit the shape {shape}.");
        dims = shape.Slice(0, depth).ToArray();
        this.name = name;
        RowLength = shape.Slice(depth).Size;
        Count = indices.Slice(0, indices.Rank - 1).Size;
    }

    /// <summary>The number of index vectors.</summary>
    public long Count { get; }

    /// <summary>The number of elements that each of them names.</summary>
    public long RowLength { get; }

    /// <summary>The number of the row that vector i names.</summary>
    /// <exception cref="ArgumentException">It lies outside.</exception>
    public long Row(IndexReader index, long i)
    {
        long row = 0;
        for (int d = 0; d < dims.Length; d++)
        {
            long at = index[(i * dims.Length) + d];
            if ((ulong)at >= (ulong)dims[d])
                throw new ArgumentException($"{name}: index {at} of axis {d} is not in [0, {dims[d]}).");
            row = (row * dims[d]) + at;
        }
        return row;
    }
}
