using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace KerasSharp.Formats;

/// <summary>Turns numbers from one byte order into the other.</summary>
internal static class ByteOrder
{
    /// <summary>Reverses the bytes of every number in place.</summary>
    /// <param name="numbers">Whole numbers, one after the other.</param>
    /// <param name="size">The bytes of one: 1, 2, 4, 8 or 16.</param>
    public static void Reverse(Span<byte> numbers, int size)
    {
        switch (size)
        {
            case 1:
                break;
            case 2:
                var shorts = MemoryMarshal.Cast<byte, ushort>(numbers);
                BinaryPrimitives.ReverseEndianness(shorts, shorts);
                break;
            case 4:
                var ints = MemoryMarshal.Cast<byte, uint>(numbers);
                BinaryPrimitives.ReverseEndianness(ints, ints);
                break;
            case 8:
                var longs = MemoryMarshal.Cast<byte, ulong>(numbers);
                BinaryPrimitives.ReverseEndianness(longs, longs);
                break;
            case 16:
                var wide = MemoryMarshal.Cast<byte, UInt128>(numbers);
                BinaryPrimitives.ReverseEndianness(wide, wide);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(size), size, "no number has this many bytes");
        }
    }
}
