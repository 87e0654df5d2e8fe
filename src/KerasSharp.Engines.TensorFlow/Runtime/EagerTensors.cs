using KerasSharp.Engines.TensorFlow.Native;
using NumSharp;
using static KerasSharp.Engines.TensorFlow.Native.TensorFlowNative;

namespace KerasSharp.Engines.TensorFlow.Runtime;

/// <summary>Values that TensorFlow's eager calls take and give.</summary>
internal static class EagerTensors
{
    /// <summary>A handle for a host tensor, which it keeps alive.</summary>
    public static EagerHandle Of(TensorHandle tensor)
    {
        var status = StatusHandle.OfThread;
        nint handle = TFE_NewTensorHandle(tensor.DangerousGetHandle(), status);
        status.Check("a value for TensorFlow");
        return new EagerHandle(handle);
    }

    /// <summary>A NumSharp copy of a value, from whatever device it is on.</summary>
    public static NDArray ToArray(nint handle)
    {
        using var tensor = ToHost(handle);
        return HostTensors.ToArray(tensor.DangerousGetHandle());
    }

    /// <summary>A value on the host, from whatever device it is on.</summary>
    public static TensorHandle ToHost(nint handle)
    {
        var status = StatusHandle.OfThread;
        var tensor = new TensorHandle(TFE_TensorHandleResolve(handle, status));
        status.Check("a value of TensorFlow");
        return tensor;
    }
}
