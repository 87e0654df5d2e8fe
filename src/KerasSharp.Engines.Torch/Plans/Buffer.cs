using System.Runtime.InteropServices;

namespace KerasSharp.Engines.Torch.Plans;

/// <summary>Where the memory of a value comes from.</summary>
internal enum BufferKind
{
    /// <summary>A place in the plan's arena, shared with values that are dead by then.</summary>
    Arena,

    /// <summary>Memory of its own, kept as long as the plan: constants and values whose size is found out at each run.</summary>
    Owned,

    /// <summary>Memory of somebody else: an input, a variable.</summary>
    External,
}

/// <summary>A piece of memory that one or more values (aliases of each other) live in.</summary>
internal sealed unsafe class Buffer(BufferKind kind, long bytes) : IDisposable
{
    /// <summary>Alignment of everything allocated here: a cache line, and the width of a 512-bit vector.</summary>
    public const int Alignment = 64;

    private long capacity;

    public BufferKind Kind { get; private set; } = kind;

    public long Bytes { get; private set; } = bytes;

    /// <summary>The address; read it when running.</summary>
    public nint Pointer { get; set; }

    /// <summary>Uses by nodes that the planner has yet to bind. At 0 the memory may be written again.</summary>
    public int PendingUses { get; set; }

    /// <summary>The first and last step that touches an arena buffer.</summary>
    public int FirstStep { get; set; } = int.MaxValue;

    /// <inheritdoc cref="FirstStep"/>
    public int LastStep { get; set; } = -1;

    /// <summary>Gives the buffer memory of its own of at least so many bytes, keeping what it has where that is enough.</summary>
    public void Own(long bytes)
    {
        (Kind, Bytes) = (BufferKind.Owned, bytes);
        if (Pointer != 0 && bytes <= capacity)
            return;
        Free();
        capacity = Math.Max(bytes, Alignment);
        Pointer = (nint)NativeMemory.AlignedAlloc((nuint)capacity, Alignment);
    }

    /// <summary>Gives back memory of its own.</summary>
    public void Dispose()
    {
        Free();
        GC.SuppressFinalize(this);
    }

    private void Free()
    {
        if (capacity > 0)
            NativeMemory.AlignedFree((void*)Pointer);
        (capacity, Pointer) = (0, 0);
    }

    ~Buffer() => Free();
}
