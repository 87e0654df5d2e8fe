using System.Runtime.InteropServices;

namespace KerasSharp.Engines.TensorFlow.Runtime;

/// <summary>A name in native memory for as long as the object lives, so that calls need not convert it.</summary>
internal sealed unsafe class CallName(string name)
{
    private readonly nint memory = Marshal.StringToCoTaskMemUTF8(name);

    ~CallName() => Marshal.FreeCoTaskMem(memory);

    /// <summary>The name, ended by a zero byte.</summary>
    public byte* Pointer => (byte*)memory;

    /// <inheritdoc/>
    public override string ToString() => name;
}
