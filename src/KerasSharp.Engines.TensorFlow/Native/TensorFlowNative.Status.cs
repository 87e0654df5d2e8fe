using System.Runtime.InteropServices;

namespace KerasSharp.Engines.TensorFlow.Native;

/// <content>tf_status.h and tf_buffer.h.</content>
internal static unsafe partial class TensorFlowNative
{
    [LibraryImport(Library)]
    public static partial nint TF_NewStatus();

    [LibraryImport(Library)]
    public static partial void TF_DeleteStatus(nint status);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    public static partial void TF_SetStatus(nint status, TensorFlowCode code, string message);

    [LibraryImport(Library)]
    public static partial TensorFlowCode TF_GetCode(nint status);

    [LibraryImport(Library)]
    public static partial nint TF_Message(nint status);

    [LibraryImport(Library)]
    public static partial nint TF_NewBuffer();

    [LibraryImport(Library)]
    public static partial nint TF_NewBufferFromString(byte* data, nuint length);

    [LibraryImport(Library)]
    public static partial void TF_DeleteBuffer(nint buffer);
}
