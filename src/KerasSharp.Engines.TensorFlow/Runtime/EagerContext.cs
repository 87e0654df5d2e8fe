using System.Runtime.InteropServices;
using KerasSharp.Engines.TensorFlow.Native;
using static KerasSharp.Engines.TensorFlow.Native.TensorFlowNative;

namespace KerasSharp.Engines.TensorFlow.Runtime;

/// <summary>TensorFlow's context: devices, and the functions that it knows. One a process, which lives as long.</summary>
internal sealed unsafe class EagerContext
{
    private const int SilentPlacement = 2;

    /// <summary>Makes the context.</summary>
    /// <param name="options">Threads, memory and placement.</param>
    public EagerContext(TensorFlowOptions options)
    {
        var status = StatusHandle.OfThread;
        nint native = TFE_NewContextOptions();
        try
        {
            var config = SessionConfig.Serialize(options);
            fixed (byte* bytes = config)
                TFE_ContextOptionsSetConfig(native, bytes, (nuint)config.Length, status);
            status.Check("the options of TensorFlow");
            TFE_ContextOptionsSetDevicePlacementPolicy(native, SilentPlacement);
            Handle = TFE_NewContext(native, status);
            status.Check("TensorFlow's context");
        }
        finally
        {
            TFE_DeleteContextOptions(native);
        }
        Devices = ListDevices();
    }

    /// <summary>The native context.</summary>
    public nint Handle { get; }

    /// <summary>The devices, as <c>CPU:0</c> and <c>GPU:0</c>.</summary>
    public IReadOnlyList<string> Devices { get; }

    /// <summary>Makes a function known, to be called by its name.</summary>
    public void Add(FunctionHandle function)
    {
        var status = StatusHandle.OfThread;
        TFE_ContextAddFunction(Handle, function, status);
        status.Check("a function for TensorFlow");
    }

    /// <summary>Forgets a function and frees what was compiled of it.</summary>
    public void Remove(string name) => TFE_ContextRemoveFunction(Handle, name, StatusHandle.OfThread);

    private string[] ListDevices()
    {
        var status = StatusHandle.OfThread;
        nint list = TFE_ContextListDevices(Handle, status);
        status.Check("the list of devices");
        try
        {
            var names = new string[TF_DeviceListCount(list)];
            for (int i = 0; i < names.Length; i++)
            {
                var name = Marshal.PtrToStringUTF8(TF_DeviceListName(list, i, status)) ?? "";
                names[i] = name[(name.LastIndexOf("device:", StringComparison.Ordinal) + "device:".Length)..];
            }
            return names;
        }
        finally
        {
            TF_DeleteDeviceList(list);
        }
    }
}
