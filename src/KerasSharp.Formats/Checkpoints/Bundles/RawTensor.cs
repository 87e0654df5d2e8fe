using KerasSharp.Engines;
using NumSharp;

namespace KerasSharp.Formats.Checkpoints.Bundles;

/// <summary>The numbers of a tensor in an array's memory, as a file has them.</summary>
internal static class RawTensor
{
    /// <summary>The array that users see: bfloat16 as float32, complex64 as complex128, any other as it is.</summary>
    public static NDArray Finish(NDArray bits, DType dtype, Shape shape)
    {
        if (dtype is not (DType.BFloat16 or DType.Complex64))
            return bits;
        using (bits)
            return HostMemory.ToArray(dtype, shape, shape.Size == 0 ? 0 : HostMemory.Address(bits));
    }

    /// <summary>Copies a part into its place of a whole, row by row.</summary>
    public static unsafe void Place(NDArray part, NDArray whole, TensorSlice slice, Shape shape, int size)
    {
        if (part.size == 0)
            return;
        var source = (byte*)HostMemory.Address(part);
        var target = (byte*)HostMemory.Address(whole);
        int rank = shape.Rank;
        long row = (rank == 0 ? 1 : slice.Lengths[^1]) * size;
        var index = new long[rank];
        for (long done = 0; done < part.size * size; done += row)
        {
            long offset = 0;
            for (int axis = 0; axis < rank; axis++)
                offset = offset * shape[axis] + slice.Starts[axis] + index[axis];
            Buffer.MemoryCopy(source + done, target + offset * size, row, row);
            // The last axis is copied whole; the others count like a clock.
            for (int axis = rank - 2; axis >= 0 && ++index[axis] == slice.Lengths[axis]; axis--)
                index[axis] = 0;
        }
        GC.KeepAlive(part);
        GC.KeepAlive(whole);
    }
}
