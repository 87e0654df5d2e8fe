using System.Runtime.InteropServices;

namespace KerasSharp.Engines.Torch.Native;

/// <summary>Memory that grows to the largest size asked for and is freed with its owner.</summary>
internal sealed unsafe class ScratchBuffer
{
    private const nuint Alignment = 64;
    private float* _memory;
    private long _length;

    ~ScratchBuffer() => NativeMemory.AlignedFree(_memory);

    /// <summary>Room for so many floats with undefined contents, until the next call.</summary>
    public float* Get(long length)
    {
        if (length > _length)
        {
            NativeMemory.AlignedFree(_memory);
            _memory = (float*)NativeMemory.AlignedAlloc((nuint)length * sizeof(float), Alignment);
            _length = length;
        }
        return _memory;
    }
}
