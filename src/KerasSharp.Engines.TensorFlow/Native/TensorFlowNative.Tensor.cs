using System.Runtime.InteropServices;

namespace KerasSharp.Engines.TensorFlow.Native;

/// <content>tf_tensor.h and tf_tstring.h.</content>
internal static unsafe partial class TensorFlowNative
{
    [LibraryImport(Library)]
    public static partial nint TF_NewTensor(
        int dtype,
        long* dims,
        int rank,
        void* data,
        nuint length,
        delegate* unmanaged[Cdecl]<void*, nuint, void*, void> deallocator,
        void* argument
    );

    [LibraryImport(Library)]
    public static partial nint TF_AllocateTensor(int dtype, long* dims, int rank, nuint length);

    [LibraryImport(Library)]
    public static partial void TF_DeleteTensor(nint tensor);

    [LibraryImport(Library)]
    public static partial int TF_TensorType(nint tensor);

    [LibraryImport(Library)]
    public static partial int TF_NumDims(nint tensor);

    [LibraryImport(Library)]
    public static partial long TF_Dim(nint tensor, int index);

    [LibraryImport(Library)]
    public static partial void* TF_TensorData(nint tensor);

    [LibraryImport(Library)]
    public static partial void TF_StringInit(void* target);

    [LibraryImport(Library)]
    public static partial void TF_StringCopy(void* target, byte* source, nuint size);

    [LibraryImport(Library)]
    public static partial byte* TF_StringGetDataPointer(void* source);

    [LibraryImport(Library)]
    public static partial nuint TF_StringGetSize(void* source);

    [LibraryImport(Library)]
    public static partial void TF_StringDealloc(void* target);
}
