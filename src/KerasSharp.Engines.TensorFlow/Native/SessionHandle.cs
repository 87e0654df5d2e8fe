using Microsoft.Win32.SafeHandles;

namespace KerasSharp.Engines.TensorFlow.Native;

/// <summary>A graph made ready to run (<c>TF_Session</c>).</summary>
internal sealed class SessionHandle : SafeHandleZeroOrMinusOneIsInvalid
{
    /// <summary>For the marshaller.</summary>
    public SessionHandle()
        : base(ownsHandle: true) { }

    /// <inheritdoc/>
    protected override bool ReleaseHandle()
    {
        // Not the thread's status, which the finalizer of a process that ends may have freed already.
        nint status = TensorFlowNative.TF_NewStatus();
        TensorFlowNative.TF_CloseSession(handle, status);
        TensorFlowNative.TF_DeleteSession(handle, status);
        TensorFlowNative.TF_DeleteStatus(status);
        return true;
    }
}
