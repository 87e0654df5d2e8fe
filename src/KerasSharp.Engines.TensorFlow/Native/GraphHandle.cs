using Microsoft.Win32.SafeHandles;

namespace KerasSharp.Engines.TensorFlow.Native;

/// <summary>A graph (<c>TF_Graph</c>) and its operations.</summary>
internal sealed class GraphHandle : SafeHandleZeroOrMinusOneIsInvalid
{
    /// <summary>For the marshaller.</summary>
    public GraphHandle()
        : base(ownsHandle: true) { }

    public GraphHandle(nint handle)
        : this() => SetHandle(handle);

    /// <inheritdoc/>
    protected override bool ReleaseHandle()
    {
        TensorFlowNative.TF_DeleteGraph(handle);
        return true;
    }
}
