using KerasSharp.Engines;
using NumSharp;

namespace KerasSharp.Formats.Hdf5;

/// <summary>An array to be written: its type and shape at once, its elements when they are wanted.</summary>
internal sealed class ArrayContent
{
    private const int Piece = 1 << 26;

    private readonly NDArray array;
    private readonly DType dtype;

    /// <summary>An array, maybe to be stored as another type.</summary>
    public ArrayContent(NDArray array, DType? storedAs)
    {
        (this.array, dtype) = (array, storedAs ?? DTypeExtensions.DTypeOf(array));
        Type = TypeEncoder.Number(dtype);
        Dims = array.shape;
        Size = array.size * dtype.Size();
    }

    /// <summary>The datatype message.</summary>
    public byte[] Type { get; }

    /// <summary>The shape.</summary>
    public long[] Dims { get; }

    /// <summary>The bytes of all elements.</summary>
    public long Size { get; }

    /// <summary>Writes the elements in row order, straight from the array's memory where it has that order and type.</summary>
    public void Write(Stream stream)
    {
        if (Size == 0)
            return;
        var dense = HostMemory.Elements(array, dtype);
        var memory = new RawMemory(HostMemory.Address(dense), Size);
        for (long at = 0; at < Size; at += Piece)
            stream.Write(memory.Slice(at, Math.Min(Piece, Size - at)));
        GC.KeepAlive(dense);
    }

    /// <summary>The elements' bytes.</summary>
    public byte[] ToBytes()
    {
        using var bytes = new MemoryStream();
        Write(bytes);
        return bytes.ToArray();
    }
}
