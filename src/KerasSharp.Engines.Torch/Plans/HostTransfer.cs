using NumSharp;

namespace KerasSharp.Engines.Torch.Plans;

/// <summary>Moves values between NumSharp arrays and slots.</summary>
internal static unsafe class HostTransfer
{
    /// <summary>A new array with the value of a slot; bfloat16, which NumSharp lacks, becomes float32.</summary>
    public static NDArray ToHost(Slot slot)
    {
        var clr = slot.DType == DType.BFloat16 ? typeof(float) : slot.DType.ClrType();
        if (clr is null)
            throw new NotSupportedException(
                $"A {slot.DType.Name()} tensor cannot be read into a NumSharp array. Cast it in the graph first."
            );
        var array = new NDArray(clr, new NumSharp.Shape(slot.Shape.ToArray()), false);
        if (slot.Count == 0)
            return array;
        if (slot.DType == DType.BFloat16)
            Widen((ushort*)slot.Pointer, (float*)array.Unsafe.Address, slot.Count);
        else
            System.Buffer.MemoryCopy((void*)slot.Pointer, (void*)array.Unsafe.Address, slot.Bytes, slot.Bytes);
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
