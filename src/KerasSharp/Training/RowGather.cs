using NumSharp;

namespace KerasSharp;

/// <summary>Copies chosen rows of arrays into batch arrays that are used again for every batch of the same size.</summary>
/// <param name="arrays">The arrays, row order, of equal first dimension.</param>
internal sealed unsafe class RowGather(NDArray[] arrays)
{
    private readonly NDArray[] dense = [.. arrays.Select(array => array.Shape.IsContiguous ? array : array.copy())];
    private NDArray[] batch = [];

    /// <summary>The rows <paramref name="order"/>[start], …, as batch arrays that hold until the next call.</summary>
    public NDArray[] Take(int[] order, int start, int count)
    {
        if (batch.Length == 0 || batch[0].shape[0] != count)
            batch = [.. dense.Select(array => np.zeros(new NumSharp.Shape([count, .. array.shape[1..]]), array.dtype))];
        for (int i = 0; i < dense.Length; i++)
            Copy(dense[i], batch[i], order.AsSpan(start, count));
        return batch;
    }

    private static void Copy(NDArray source, NDArray target, ReadOnlySpan<int> rows)
    {
        long bytes = source.shape[0] == 0 ? 0 : source.size / source.shape[0] * source.dtypesize;
        byte* from = (byte*)source.Unsafe.Storage.Address + source.Shape.Offset * source.dtypesize;
        byte* to = (byte*)target.Unsafe.Address;
        for (int i = 0; i < rows.Length; i++)
            Buffer.MemoryCopy(from + rows[i] * bytes, to + i * bytes, bytes, bytes);
        GC.KeepAlive(source);
    }
}
