using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace KerasSharp.Engines.TensorFlow.Native;

/// <summary>What became of a call (<c>TF_Status</c>).</summary>
internal sealed class StatusHandle : SafeHandleZeroOrMinusOneIsInvalid
{
    [ThreadStatic]
    private static StatusHandle? _ofThread;

    private StatusHandle()
        : base(ownsHandle: true) => SetHandle(TensorFlowNative.TF_NewStatus());

    /// <summary>This thread's status, without the error of an earlier call: some calls write to it only where they fail.</summary>
    public static StatusHandle OfThread
    {
        get
        {
            var status = _ofThread ??= new StatusHandle();
            if (status.IsError)
                TensorFlowNative.TF_SetStatus(status.handle, TensorFlowCode.Ok, "");
            return status;
        }
    }

    /// <summary>Whether the last call failed.</summary>
    public bool IsError => TensorFlowNative.TF_GetCode(handle) != TensorFlowCode.Ok;

    /// <summary>TensorFlow's words about the last call.</summary>
    public string Message => Marshal.PtrToStringUTF8(TensorFlowNative.TF_Message(handle)) ?? "";

    /// <summary>Throws if the last call failed.</summary>
    /// <param name="what">What was done.</param>
    /// <exception cref="TensorFlowException">It failed.</exception>
    public void Check(string what)
    {
        if (IsError)
            throw new TensorFlowException(TensorFlowNative.TF_GetCode(handle), $"{what}: {Message}");
    }

    /// <inheritdoc/>
    protected override bool ReleaseHandle()
    {
        TensorFlowNative.TF_DeleteStatus(handle);
        return true;
    }
}
