using System.Buffers.Binary;
using System.Numerics;

namespace KerasSharp.Formats.Checksums;

/// <summary>The checksum CRC-32C (Castagnoli), and the masked form in which TensorFlow stores it.</summary>
internal static class Crc32C
{
    // TensorFlow's and LevelDB's: a checksum of data that contains its own checksum would be a poor one.
    private const uint MaskDelta = 0xa282ead8;

    /// <summary>The checksum of bytes.</summary>
    public static uint Compute(ReadOnlySpan<byte> bytes) => Extend(0, bytes);

    /// <summary>The checksum of what <paramref name="crc"/> is the checksum of, followed by more bytes.</summary>
    public static uint Extend(uint crc, ReadOnlySpan<byte> bytes)
    {
        uint state = ~crc;
        for (; bytes.Length >= sizeof(ulong); bytes = bytes[sizeof(ulong)..])
            state = BitOperations.Crc32C(state, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
        foreach (byte value in bytes)
            state = BitOperations.Crc32C(state, value);
        return ~state;
    }

    /// <summary>The masked form of a checksum.</summary>
    public static uint Mask(uint crc) => BitOperations.RotateRight(crc, 15) + MaskDelta;

    /// <summary>The checksum of a masked form.</summary>
    public static uint Unmask(uint masked) => BitOperations.RotateLeft(masked - MaskDelta, 15);

    /// <summary>The masked checksum of bytes.</summary>
    public static uint Masked(ReadOnlySpan<byte> bytes) => Mask(Compute(bytes));
}
