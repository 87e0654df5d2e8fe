using Microsoft.Win32.SafeHandles;

namespace KerasSharp.Engines.TensorFlow.Native;

/// <summary>A function (<c>TF_Function</c>).</summary>
internal sealed class FunctionHandle : SafeHandleZeroOrMinusOneIsInvalid
{
    /// <summary>For the marshaller.</summary>
    public FunctionHandle()
        : base(ownsHandle: true) { }

    public FunctionHandle(nint handle)
        : this() => SetHandle(handle);

    /// <inheritdoc/>
    protected override bool ReleaseHandle()
    {
        TensorFlowNative.TF_DeleteFunction(handle);
        return true;
    }
}
