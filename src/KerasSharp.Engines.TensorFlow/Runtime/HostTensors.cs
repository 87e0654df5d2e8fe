using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using KerasSharp.Engines.TensorFlow.Native;
using NumSharp;
using static KerasSharp.Engines.TensorFlow.Native.TensorFlowNative;

namespace KerasSharp.Engines.TensorFlow.Runtime;

/// <summary>Tensors on the host, to and from TensorFlow.</summary>
internal static unsafe class HostTensors
{
    // The address that stands for the data of an empty tensor, which has none.
    private static readonly void* Nothing = NativeMemory.AlignedAlloc(64, 64);

    /// <summary>
    /// A tensor over the memory of an array whose elements are in row order and of the type, which lives until TensorFlow lets go of it. TensorFlow copies the memory itself where it is
    /// not aligned as it needs it.
    /// </summary>
    public static TensorHandle Share(DType dtype, NDArray dense)
    {
        var owner = GCHandle.Alloc(dense);
        long bytes = (long)dense.size * dense.dtypesize;
        void* data = bytes == 0 ? Nothing : (void*)HostMemory.Address(dense);
        fixed (long* dims = Array.ConvertAll(dense.shape, length => (long)length))
            return new TensorHandle(
                TF_NewTensor((int)dtype, dims, dense.ndim, data, (nuint)bytes, &Release, (void*)GCHandle.ToIntPtr(owner))
            );
    }

    /// <summary>A tensor with a copy of an array whose elements are in row order and of the type.</summary>
    public static TensorHandle Copy(DType dtype, NDArray dense)
    {
        long bytes = (long)dense.size * dense.dtypesize;
        var tensor = Allocate(dtype, Shape.Of(dense.shape), bytes);
        if (bytes > 0)
            Buffer.MemoryCopy((void*)HostMemory.Address(dense), TF_TensorData(tensor.DangerousGetHandle()), bytes, bytes);
        GC.KeepAlive(dense);
        return tensor;
    }

    /// <summary>A tensor with a copy of bytes in row order.</summary>
    public static TensorHandle Copy(DType dtype, Shape shape, ReadOnlySpan<byte> bytes)
    {
        var tensor = Allocate(dtype, shape, bytes.Length);
        bytes.CopyTo(new Span<byte>(TF_TensorData(tensor.DangerousGetHandle()), bytes.Length));
        return tensor;
    }

    /// <summary>A tensor with a copy of a constant.</summary>
    public static TensorHandle Copy(TensorValue value) =>
        value.DType == DType.String ? CopyStrings(value) : Copy(value.DType, value.Shape, value.Bytes);

    /// <summary>A NumSharp copy of a tensor.</summary>
    public static NDArray ToArray(nint tensor) =>
        HostMemory.ToArray((DType)TF_TensorType(tensor), ShapeOf(tensor), (nint)TF_TensorData(tensor));

    /// <summary>The shape of a tensor.</summary>
    public static Shape ShapeOf(nint tensor)
    {
        var dims = new long[TF_NumDims(tensor)];
        for (int i = 0; i < dims.Length; i++)
            dims[i] = TF_Dim(tensor, i);
        return Shape.Of(dims);
    }

    private static TensorHandle CopyStrings(TensorValue value)
    {
        const int size = 24;
        var tensor = Allocate(DType.String, value.Shape, value.Shape.Size * size);
        byte* target = (byte*)TF_TensorData(tensor.DangerousGetHandle());
        foreach (var text in value.Strings)
        {
            TF_StringInit(target);
            fixed (byte* source = text)
                TF_StringCopy(target, source, (nuint)text.Length);
            target += size;
        }
        return tensor;
    }

    private static TensorHandle Allocate(DType dtype, Shape shape, long bytes)
    {
        fixed (long* dims = shape.Dims)
        {
            nint tensor = TF_AllocateTensor((int)dtype, dims, shape.Rank, (nuint)bytes);
            return tensor != 0
                ? new TensorHandle(tensor)
                : throw new InvalidOperationException(
                    $"TensorFlow found no memory for a {dtype.Name()} tensor of shape {shape} ({bytes} bytes)."
                );
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Release(void* data, nuint length, void* owner) => GCHandle.FromIntPtr((nint)owner).Free();
}
