using System.Runtime.InteropServices;

namespace KerasSharp.Engines.Torch.Native;

/// <summary>The functions of libtorch's C ABI that are used (<c>torch/csrc/stable/c/shim.h</c> and <c>aoti_torch/c/shim.h</c>).</summary>
internal static unsafe partial class TorchNative
{
    private const string Library = "torch_cpu";

    static TorchNative() =>
        NativeLibrary.SetDllImportResolver(typeof(TorchNative).Assembly, (name, _, _) => name == Library ? TorchLibrary.Load() : 0);

    /// <summary>Throws where a call has failed. libtorch prints the reason to the error stream.</summary>
    /// <exception cref="TorchException">The call has failed.</exception>
    public static void Check(int error, string call)
    {
        if (error != 0)
            throw new TorchException($"libtorch failed in {call} (code {error}). The reason is on the error stream.");
    }

    [LibraryImport(Library)]
    public static partial int torch_get_num_threads(out uint count);

    [LibraryImport(Library)]
    public static partial int torch_parallel_for(
        long begin,
        long end,
        long grain,
        delegate* unmanaged[Cdecl]<long, long, void*, void> body,
        void* context
    );

    [LibraryImport(Library)]
    public static partial int aoti_torch_create_tensor_from_blob(
        nint data,
        long rank,
        long* sizes,
        long* strides,
        long storageOffset,
        int dtype,
        int deviceType,
        int deviceIndex,
        out nint tensor
    );

    [LibraryImport(Library)]
    public static partial int aoti_torch_new_tensor_handle(nint tensor, out nint copy);

    [LibraryImport(Library)]
    public static partial int aoti_torch_delete_tensor_object(nint tensor);

    [LibraryImport(Library)]
    public static partial int aoti_torch_get_data_ptr(nint tensor, out nint data);

    [LibraryImport(Library)]
    public static partial int aoti_torch_get_dim(nint tensor, out long rank);

    [LibraryImport(Library)]
    public static partial int aoti_torch_get_sizes(nint tensor, out long* sizes);

    [LibraryImport(Library)]
    public static partial int aoti_torch_get_strides(nint tensor, out long* strides);

    [LibraryImport(Library)]
    public static partial int aoti_torch_memory_format_contiguous_format();

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int torch_call_dispatcher(string op, string overload, ulong* stack, ulong version);
}
