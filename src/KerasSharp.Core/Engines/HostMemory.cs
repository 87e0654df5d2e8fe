using NumSharp;

namespace KerasSharp.Engines;

/// <summary>Moves values between NumSharp arrays and the memory of engines.</summary>
internal static unsafe class HostMemory
{
    /// <summary>A new array with a copy of elements in row order; bfloat16, which NumSharp lacks, becomes float32.</summary>
    /// <exception cref="NotSupportedException">NumSharp has no such type.</exception>
    public static NDArray ToArray(DType dtype, Shape shape, nint source)
    {
        var clr = dtype == DType.BFloat16 ? typeof(float) : dtype.ClrType();
        if (clr is null)
            throw new NotSupportedException($"A {dtype.Name()} tensor cannot be read into a NumSharp array. Cast it in the graph first.");
        var array = new NDArray(clr, new NumSharp.Shape(shape.ToArray()), false);
        if (shape.Size == 0)
            return array;
        long bytes = shape.Size * dtype.Size();
        if (dtype == DType.BFloat16)
            Widen((ushort*)source, (float*)array.Unsafe.Address, shape.Size);
        else
            Buffer.MemoryCopy((void*)source, (void*)array.Unsafe.Address, bytes, bytes);
        return array;
    }

    /// <summary>An array in row order whose memory can be used as it is: the array itself where it is so, else a copy.</summary>
    public static NDArray Dense(NDArray array) => array.Shape.IsContiguous ? array : array.copy();

    /// <summary>The address of a dense array's first element.</summary>
    public static nint Address(NDArray dense) => (nint)((byte*)dense.Unsafe.Storage.Address + dense.Shape.Offset * dense.dtypesize);

    private static void Widen(ushort* source, float* target, long count)
    {
        for (long i = 0; i < count; i++)
            target[i] = BitConverter.Int32BitsToSingle(source[i] << 16);
    }
}
