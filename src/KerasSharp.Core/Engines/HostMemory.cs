using NumSharp;

namespace KerasSharp.Engines;

/// <summary>Moves values between NumSharp arrays and the memory of engines.</summary>
internal static unsafe class HostMemory
{
    /// <summary>
    /// The type of the arrays whose values a tensor of a type takes and gives: its own, or the wider one where NumSharp lacks it (float32 for bfloat16,
    /// complex128 for complex64).
    /// </summary>
    /// <exception cref="NotSupportedException">No array holds such values.</exception>
    public static DType ArrayType(DType dtype) =>
        dtype switch
        {
            DType.BFloat16 => DType.Float32,
            DType.Complex64 => DType.Complex128,
            _ when dtype.ClrType() is not null => dtype,
            _ => throw new NotSupportedException($"NumSharp has no arrays for {dtype.Name()} tensors."),
        };

    /// <summary>A new array whose elements are to be filled.</summary>
    /// <param name="clr">The type of the elements, one of NumSharp's.</param>
    /// <param name="shape">The shape.</param>
    public static NDArray NewArray(Type clr, params ReadOnlySpan<long> shape)
    {
        var array = new NDArray(clr, new NumSharp.Shape(shape.ToArray()), false);
        if (array.size > 0)
            LargePages.Advise((byte*)array.Unsafe.Address, array.size * array.dtypesize);
        return array;
    }

    /// <summary>
    /// A new array for the elements of a tensor as they are in memory: of the type itself, or of unsigned integers of its size where NumSharp lacks the type.
    /// </summary>
    /// <exception cref="NotSupportedException">No array holds such values.</exception>
    public static NDArray NewBits(DType dtype, Shape shape)
    {
        var clr = dtype switch
        {
            DType.BFloat16 => typeof(ushort),
            DType.Complex64 => typeof(ulong),
            _ => ArrayType(dtype).ClrType()!,
        };
        return NewArray(clr, shape.Dims);
    }

    /// <summary>A new array with a copy of elements in row order; bfloat16 becomes float32, and complex64 complex128.</summary>
    /// <exception cref="NotSupportedException">No array holds such values.</exception>
    public static NDArray ToArray(DType dtype, Shape shape, nint source)
    {
        var clr = ArrayType(dtype).ClrType()!;
        var array = NewArray(clr, shape.Dims);
        if (shape.Size == 0)
            return array;
        long bytes = shape.Size * dtype.Size();
        if (dtype == DType.BFloat16)
            Widen((ushort*)source, (float*)array.Unsafe.Address, shape.Size);
        else if (dtype == DType.Complex64)
            Widen((float*)source, (double*)array.Unsafe.Address, shape.Size * 2);
        else
            Buffer.MemoryCopy((void*)source, (void*)array.Unsafe.Address, bytes, bytes);
        return array;
    }

    /// <summary>An array in row order whose memory can be used as it is: the array itself where it is so, else a copy.</summary>
    public static NDArray Dense(NDArray array) => array.Shape.IsContiguous ? array : array.copy();

    /// <summary>
    /// The values of an array as elements of a type in row order: the array itself where it is so, else a copy. Where NumSharp lacks the type, the
    /// elements of the result are unsigned integers of its size that have its bits.
    /// </summary>
    /// <exception cref="NotSupportedException">No array holds such values.</exception>
    public static NDArray Elements(NDArray array, DType dtype)
    {
        var clr = ArrayType(dtype).ClrType()!;
        var values = Dense(array.dtype == clr ? array : array.astype(clr));
        return dtype switch
        {
            DType.BFloat16 => Narrow(values),
            DType.Complex64 => NarrowComplex(values),
            _ => values,
        };
    }

    /// <summary>The address of a dense array's first element.</summary>
    public static nint Address(NDArray dense) => (nint)((byte*)dense.Unsafe.Storage.Address + dense.Shape.Offset * dense.dtypesize);

    private static void Widen(ushort* source, float* target, long count)
    {
        for (long i = 0; i < count; i++)
            target[i] = BitConverter.Int32BitsToSingle(source[i] << 16);
    }

    private static void Widen(float* source, double* target, long count)
    {
        for (long i = 0; i < count; i++)
            target[i] = source[i];
    }

    private static NDArray Narrow(NDArray values)
    {
        var bits = NewArray(typeof(ushort), values.shape);
        var source = (float*)Address(values);
        var target = (ushort*)Address(bits);
        for (long i = 0; i < values.size; i++)
            target[i] = NumberBytes.RoundToBFloat16(source[i]);
        GC.KeepAlive(values);
        return bits;
    }

    private static NDArray NarrowComplex(NDArray values)
    {
        var bits = NewArray(typeof(ulong), values.shape);
        var source = (double*)Address(values);
        var target = (float*)Address(bits);
        for (long i = 0; i < 2L * values.size; i++)
            target[i] = (float)source[i];
        GC.KeepAlive(values);
        return bits;
    }
}
