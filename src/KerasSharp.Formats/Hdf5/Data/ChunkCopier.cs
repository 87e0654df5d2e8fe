namespace KerasSharp.Formats.Hdf5;

/// <summary>Puts chunks into their places, what reaches over the dataset's edge left out.</summary>
/// <param name="dims">The dataset's lengths, at least one.</param>
/// <param name="chunkDims">A chunk's lengths.</param>
/// <param name="elementSize">The bytes of one element.</param>
internal sealed class ChunkCopier(long[] dims, long[] chunkDims, int elementSize)
{
    private readonly long[] targetStrides = Strides(dims, elementSize);
    private readonly long[] sourceStrides = Strides(chunkDims, elementSize);

    /// <summary>Copies one chunk.</summary>
    /// <param name="chunk">Its elements.</param>
    /// <param name="start">The index of its first element, within the dataset.</param>
    /// <param name="target">The whole dataset.</param>
    public void Copy(byte[] chunk, long[] start, RawMemory target)
    {
        long offset = 0;
        for (int i = 0; i < start.Length; i++)
            offset += start[i] * targetStrides[i];
        Copy(chunk, start, target, 0, 0, offset);
    }

    private void Copy(byte[] chunk, long[] start, RawMemory target, int axis, long from, long to)
    {
        long length = Math.Min(chunkDims[axis], dims[axis] - start[axis]);
        if (axis == dims.Length - 1)
        {
            target.Write(to, chunk.AsSpan((int)from, (int)(length * elementSize)));
            return;
        }
        for (long i = 0; i < length; i++)
            Copy(chunk, start, target, axis + 1, from + i * sourceStrides[axis], to + i * targetStrides[axis]);
    }

    private static long[] Strides(long[] lengths, long elementSize)
    {
        var strides = new long[lengths.Length];
        for (int i = lengths.Length - 1; i >= 0; i--)
        {
            strides[i] = elementSize;
            elementSize *= lengths[i];
        }
        return strides;
    }
}
