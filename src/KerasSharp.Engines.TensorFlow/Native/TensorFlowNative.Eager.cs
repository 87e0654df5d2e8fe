using System.Runtime.InteropServices;

namespace KerasSharp.Engines.TensorFlow.Native;

/// <content>eager/c_api.h: the context, its devices and functions, calls of ops and functions.</content>
internal static unsafe partial class TensorFlowNative
{
    [LibraryImport(Library)]
    public static partial nint TFE_NewContextOptions();

    [LibraryImport(Library)]
    public static partial void TFE_ContextOptionsSetConfig(nint options, byte* config, nuint length, StatusHandle status);

    [LibraryImport(Library)]
    public static partial void TFE_ContextOptionsSetDevicePlacementPolicy(nint options, int policy);

    [LibraryImport(Library)]
    public static partial void TFE_DeleteContextOptions(nint options);

    [LibraryImport(Library)]
    public static partial nint TFE_NewContext(nint options, StatusHandle status);

    [LibraryImport(Library)]
    public static partial nint TFE_ContextListDevices(nint context, StatusHandle status);

    [LibraryImport(Library)]
    public static partial int TF_DeviceListCount(nint list);

    [LibraryImport(Library)]
    public static partial nint TF_DeviceListName(nint list, int index, StatusHandle status);

    [LibraryImport(Library)]
    public static partial void TF_DeleteDeviceList(nint list);

    [LibraryImport(Library)]
    public static partial void TFE_ContextAddFunction(nint context, FunctionHandle function, StatusHandle status);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    public static partial void TFE_ContextRemoveFunction(nint context, string name, StatusHandle status);

    [LibraryImport(Library)]
    public static partial nint TFE_NewTensorHandle(nint tensor, StatusHandle status);

    [LibraryImport(Library)]
    public static partial void TFE_DeleteTensorHandle(nint handle);

    [LibraryImport(Library)]
    public static partial nint TFE_TensorHandleResolve(nint handle, StatusHandle status);

    [LibraryImport(Library)]
    public static partial nint TFE_NewOp(nint context, byte* name, StatusHandle status);

    [LibraryImport(Library)]
    public static partial void TFE_DeleteOp(nint op);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    public static partial void TFE_OpSetDevice(nint op, string device, StatusHandle status);

    [LibraryImport(Library)]
    public static partial void TFE_OpAddInput(nint op, nint handle, StatusHandle status);

    [LibraryImport(Library)]
    public static partial void TFE_OpSetAttrString(nint op, byte* name, byte* value, nuint length);

    [LibraryImport(Library)]
    public static partial void TFE_OpSetAttrType(nint op, byte* name, int value);

    [LibraryImport(Library)]
    public static partial void TFE_OpSetAttrShape(nint op, byte* name, long* dims, int rank, StatusHandle status);

    [LibraryImport(Library)]
    public static partial void TFE_Execute(nint op, nint* results, ref int count, StatusHandle status);
}
