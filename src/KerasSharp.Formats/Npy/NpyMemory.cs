using KerasSharp.Engines;
using NumSharp;

namespace KerasSharp.Formats.Npy;

/// <summary>Elements in the unmanaged memory of a NumSharp array, which may be longer than 2 GB.</summary>
internal static unsafe class NpyMemory
{
    /// <summary>What one read or write moves at most: far below the 2 GB of a span, and a whole number of any element's numbers.</summary>
    private const int Piece = 1 << 26;

    /// <summary>Work that goes over the elements again does so while they are still in the processor's cache.</summary>
    private const int SmallPiece = 1 << 18;

    /// <summary>A step over a part of the elements, which starts at a byte offset.</summary>
    public delegate void Step(Span<byte> part, long offset);

    /// <summary>A new array for elements of a type: of the shape where NumSharp has the type, else of bytes.</summary>
    public static NDArray Allocate(NpyType type, long[] shape, long byteCount) =>
        type.ArrayType is { } code ? HostMemory.NewArray(code.AsType(), shape) : HostMemory.NewArray(typeof(byte), byteCount);

    /// <summary>The address of the first element of an array in row order.</summary>
    public static byte* Address(NDArray dense) => (byte*)HostMemory.Address(dense);

    /// <summary>Goes over the bytes of an array piece by piece.</summary>
    public static void ForEach(NDArray dense, long byteCount, Step step, bool small = false)
    {
        long piece = small ? SmallPiece : Piece;
        for (long offset = 0; offset < byteCount; offset += piece)
            step(new Span<byte>(Address(dense) + offset, (int)Math.Min(piece, byteCount - offset)), offset);
        GC.KeepAlive(dense);
    }
}
