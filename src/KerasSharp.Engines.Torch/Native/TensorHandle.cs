using System.Runtime.InteropServices;

namespace KerasSharp.Engines.Torch.Native;

/// <summary>A tensor of libtorch's.</summary>
internal sealed unsafe class TensorHandle : SafeHandle
{
    private const int Cpu = 0;

    /// <summary>Takes over a handle.</summary>
    public TensorHandle(nint tensor)
        : base(0, true) => SetHandle(tensor);

    /// <inheritdoc/>
    public override bool IsInvalid => handle == 0;

    /// <summary>The raw handle.</summary>
    public nint Raw => handle;

    /// <summary>The address of the first element.</summary>
    public nint DataPointer
    {
        get
        {
            TorchNative.Check(TorchNative.aoti_torch_get_data_ptr(handle, out nint data), "get_data_ptr");
            return data;
        }
    }

    /// <summary>The lengths of the dimensions.</summary>
    public ReadOnlySpan<long> Sizes
    {
        get
        {
            TorchNative.Check(TorchNative.aoti_torch_get_dim(handle, out long rank), "get_dim");
            TorchNative.Check(TorchNative.aoti_torch_get_sizes(handle, out long* sizes), "get_sizes");
            return new ReadOnlySpan<long>(sizes, (int)rank);
        }
    }

    /// <summary>The elements from one entry of each dimension to the next.</summary>
    public ReadOnlySpan<long> Strides
    {
        get
        {
            TorchNative.Check(TorchNative.aoti_torch_get_dim(handle, out long rank), "get_dim");
            TorchNative.Check(TorchNative.aoti_torch_get_strides(handle, out long* strides), "get_strides");
            return new ReadOnlySpan<long>(strides, (int)rank);
        }
    }

    /// <summary>A tensor in row order over memory of somebody else.</summary>
    public static TensorHandle FromBlob(nint data, ReadOnlySpan<long> sizes, DType dtype)
    {
        Span<long> strides = stackalloc long[sizes.Length];
        long stride = 1;
        for (int i = sizes.Length - 1; i >= 0; i--)
        {
            strides[i] = stride;
            stride *= sizes[i];
        }
        return FromBlob(data, sizes, strides, dtype);
    }

    /// <summary>A tensor with strides (in elements) over memory of somebody else.</summary>
    public static TensorHandle FromBlob(nint data, ReadOnlySpan<long> sizes, ReadOnlySpan<long> strides, DType dtype)
    {
        fixed (long* sizesPointer = sizes)
        fixed (long* stridesPointer = strides)
        {
            int error = TorchNative.aoti_torch_create_tensor_from_blob(
                data,
                sizes.Length,
                sizesPointer,
                stridesPointer,
                0,
                ScalarTypes.Of(dtype),
                Cpu,
                0,
                out nint tensor
            );
            TorchNative.Check(error, "create_tensor_from_blob");
            return new TensorHandle(tensor);
        }
    }

    /// <summary>Another handle of this tensor, or of a copy of it in row order where it is not.</summary>
    public TensorHandle Contiguous()
    {
        ulong* stack = stackalloc ulong[2];
        TorchNative.Check(TorchNative.aoti_torch_new_tensor_handle(handle, out nint duplicate), "new_tensor_handle");
        stack[0] = (ulong)duplicate;
        stack[1] = (ulong)(uint)TorchNative.aoti_torch_memory_format_contiguous_format();
        TorchNative.Check(TorchNative.torch_call_dispatcher("aten::contiguous", "", stack, 0x020a000000000000), "contiguous");
        return new TensorHandle((nint)stack[0]);
    }

    /// <inheritdoc/>
    protected override bool ReleaseHandle() => TorchNative.aoti_torch_delete_tensor_object(handle) == 0;
}
