using Microsoft.Win32.SafeHandles;

namespace KerasSharp.Engines.TensorFlow.Native;

/// <summary>A tensor on a device (<c>TFE_TensorHandle</c>).</summary>
internal sealed class EagerHandle : SafeHandleZeroOrMinusOneIsInvalid
{
    /// <summary>For the marshaller.</summary>
    public EagerHandle()
        : base(ownsHandle: true) { }

    public EagerHandle(nint handle)
        : this() => SetHandle(handle);

    /// <inheritdoc/>
    protected override bool ReleaseHandle()
    {
        TensorFlowNative.TFE_DeleteTensorHandle(handle);
        return true;
    }
}
