namespace KerasSharp.Formats.Hdf5;

/// <summary>Memory outside of .NET's heap, maybe more than 2 GB.</summary>
/// <param name="address">Where it begins.</param>
/// <param name="length">Its bytes.</param>
internal readonly unsafe struct RawMemory(nint address, long length)
{
    /// <summary>What is changed at once: a whole number of any element's numbers.</summary>
    private const long Piece = 1 << 20;

    /// <summary>How many bytes there are.</summary>
    public long Length => length;

    /// <summary>A part of it.</summary>
    public Span<byte> Slice(long start, long count) =>
        start >= 0 && count >= 0 && count <= int.MaxValue && start <= length - count
            ? new Span<byte>((byte*)address + start, (int)count)
            : throw new ArgumentOutOfRangeException(nameof(start));

    /// <summary>Copies bytes into it.</summary>
    public void Write(long start, ReadOnlySpan<byte> bytes) => bytes.CopyTo(Slice(start, bytes.Length));

    /// <summary>Repeats one element over all of it; zeros where the element has not the size of one.</summary>
    public void Fill(byte[] element, int size)
    {
        bool isZero = element.Length != size || element.AsSpan().IndexOfAnyExcept((byte)0) < 0;
        if (isZero)
            System.Runtime.InteropServices.NativeMemory.Clear((void*)address, (nuint)length);
        else
            for (long at = 0; at < length; at += size)
                Write(at, element);
    }

    /// <summary>Turns the bytes of every number of so many bytes round.</summary>
    public void Swap(int size)
    {
        for (long at = 0; at < length; at += Piece)
            ByteOrder.Reverse(Slice(at, Math.Min(Piece, length - at)), size);
    }
}
