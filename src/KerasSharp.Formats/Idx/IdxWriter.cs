using KerasSharp.Engines;
using KerasSharp.Formats.Npy;
using NumSharp;

namespace KerasSharp.Formats.Idx;

/// <summary>Writes idx files.</summary>
internal static class IdxWriter
{
    private const int Piece = 1 << 18;

    /// <summary>Writes header and elements, the elements piece by piece in big-endian order.</summary>
    /// <exception cref="NotSupportedException">The format has no such elements, or not so many axes.</exception>
    public static void Write(Stream stream, NDArray array)
    {
        var type = TypeOf(array);
        stream.Write(IdxHeader.ToBytes(type, [.. array.shape]));
        var size = IdxHeader.SizeOf(type);
        var buffer = new byte[Piece];
        NpyMemory.ForEach(
            HostMemory.Dense(array),
            array.size * size,
            (part, _) =>
            {
                part.CopyTo(buffer);
                ByteOrder.Reverse(buffer.AsSpan(0, part.Length), size);
                stream.Write(buffer, 0, part.Length);
            },
            small: true
        );
    }

    /// <summary>The idx type of an array's elements.</summary>
    /// <exception cref="NotSupportedException">The format has no such elements.</exception>
    public static IdxType TypeOf(NDArray array) =>
        array.typecode switch
        {
            NPTypeCode.Byte => IdxType.UnsignedByte,
            NPTypeCode.SByte => IdxType.SignedByte,
            NPTypeCode.Int16 => IdxType.Short,
            NPTypeCode.Int32 => IdxType.Int,
            NPTypeCode.Single => IdxType.Float,
            NPTypeCode.Double => IdxType.Double,
            var other => throw new NotSupportedException(
                $"The idx format has no elements of {other}. Convert the array to uint8, int8, int16, int32, float32 or float64, for example with astype(np.int32)."
            ),
        };
}
