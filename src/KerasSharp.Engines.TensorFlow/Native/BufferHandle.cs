using Microsoft.Win32.SafeHandles;

namespace KerasSharp.Engines.TensorFlow.Native;

/// <summary>Bytes that TensorFlow gave or gets (<c>TF_Buffer</c>).</summary>
internal sealed unsafe class BufferHandle : SafeHandleZeroOrMinusOneIsInvalid
{
    /// <summary>An empty buffer that a call will fill.</summary>
    public BufferHandle()
        : base(ownsHandle: true) => SetHandle(TensorFlowNative.TF_NewBuffer());

    /// <summary>A buffer with a copy of some bytes.</summary>
    public BufferHandle(ReadOnlySpan<byte> bytes)
        : base(ownsHandle: true)
    {
        fixed (byte* data = bytes)
            SetHandle(TensorFlowNative.TF_NewBufferFromString(data, (nuint)bytes.Length));
    }

    /// <summary>A copy of the bytes.</summary>
    /// <exception cref="OverflowException">They are more than an array holds.</exception>
    public byte[] ToArray()
    {
        // struct TF_Buffer { const void* data; size_t length; … }
        var (data, length) = (((nint*)handle)[0], ((nuint*)handle)[1]);
        return new ReadOnlySpan<byte>((void*)data, checked((int)length)).ToArray();
    }

    /// <inheritdoc/>
    protected override bool ReleaseHandle()
    {
        TensorFlowNative.TF_DeleteBuffer(handle);
        return true;
    }
}
