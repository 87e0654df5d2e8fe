namespace KerasSharp.Engines.Torch.Kernels.Arrays;

/// <summary>Where a block lies in memory.</summary>
/// <param name="Strides">For each axis the distance of neighbours, in elements.</param>
/// <param name="Offset">The first element's index.</param>
internal readonly record struct StridedBlock(long[] Strides, long Offset = 0)
{
    /// <summary>A dense block in row order.</summary>
    public static StridedBlock Dense(ReadOnlySpan<long> dims)
    {
        var strides = new long[dims.Length];
        long stride = 1;
        for (int i = dims.Length - 1; i >= 0; i--)
        {
            strides[i] = stride;
            stride *= dims[i];
        }
        return new StridedBlock(strides);
    }

    /// <summary>The block of a dense tensor that begins at some indices and goes on by some steps.</summary>
    public static StridedBlock Window(ReadOnlySpan<long> dims, ReadOnlySpan<long> begin, ReadOnlySpan<long> steps)
    {
        var strides = Dense(dims).Strides;
        long offset = 0;
        for (int i = 0; i < strides.Length; i++)
        {
            offset += begin[i] * strides[i];
            strides[i] *= steps[i];
        }
        return new StridedBlock(strides, offset);
    }

    /// <summary>The block of a dense tensor that begins at an index along one axis.</summary>
    public static StridedBlock At(ReadOnlySpan<long> dims, int axis, long begin)
    {
        var dense = Dense(dims);
        return dense with { Offset = begin * dense.Strides[axis] };
    }
}
