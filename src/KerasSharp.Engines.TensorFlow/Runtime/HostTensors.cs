using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using KerasSharp.Engines.TensorFlow.Native;
using NumSharp;
using static KerasSharp.Engines.TensorFlow.Native.TensorFlowNative;

namespace KerasSharp.Engines.TensorFlow.Runtime;

/// <summary>Tensors on the host, to and from TensorFlow.</summary>
internal static unsafe class HostTensors
{
    // A string in a tensor, TF_TString.
    private const int StringSize = 24;

    // The address that stands for the data of an empty tensor, which has none.
    private static readonly void* Nothing = NativeMemory.AlignedAlloc(64, 64);

    /// <summary>
    /// A tensor over the memory of an array whose elements are in row order and of the type, which lives until TensorFlow lets go of it.
    /// TensorFlow copies the memory itself where it is not aligned as it needs it.
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

    /// <summary>The elements of a string tensor.</summary>
    public static byte[][] ToStrings(nint tensor)
    {
        byte* source = (byte*)TF_TensorData(tensor);
        var strings = new byte[ShapeOf(tensor).Size][];
        for (int i = 0; i < strings.Length; i++, source += StringSize)
            strings[i] = new ReadOnlySpan<byte>(TF_StringGetDataPointer(source), checked((int)TF_StringGetSize(source))).ToArray();
        return strings;
    }

    private static TensorHandle CopyStrings(TensorValue value)
    {
        nuint bytes = (nuint)(value.Shape.Size * StringSize);
        byte* first = (byte*)NativeMemory.AlignedAlloc(Math.Max(bytes, 1), 64);
        byte* target = first;
        foreach (var text in value.Strings)
        {
            TF_StringInit(target);
            fixed (byte* source = text)
                TF_StringCopy(target, source, (nuint)text.Length);
            target += StringSize;
        }
        fixed (long* dims = value.Shape.Dims)
            return new TensorHandle(TF_NewTensor((int)DType.String, dims, value.Shape.Rank, first, bytes, &ReleaseStrings, null));
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

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void ReleaseStrings(void* data, nuint length, void* unused)
    {
        for (nuint offset = 0; offset < length; offset += StringSize)
            TF_StringDealloc((byte*)data + offset);
        NativeMemory.AlignedFree(data);
    }
}
