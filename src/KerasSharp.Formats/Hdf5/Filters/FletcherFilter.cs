using System.Buffers.Binary;

namespace KerasSharp.Formats.Hdf5;

/// <summary>The filter that puts a checksum after the bytes.</summary>
internal static class FletcherFilter
{
    /// <summary>The bytes of the checksum.</summary>
    public const int Size = 4;

    /// <summary>Compares the checksum and takes it off.</summary>
    public static byte[] Undo(byte[] bytes, Func<string, FileFormatException> fail)
    {
        if (bytes.Length < Size)
            throw fail("it has no room for its checksum. The file is damaged.");
        var data = bytes.AsSpan(0, bytes.Length - Size);
        uint stored = BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(data.Length));
        uint computed = Checksum(data);
        return stored == computed
            ? data.ToArray()
            : throw fail($"its checksum is {stored:x8} where its bytes have {computed:x8}. The file is damaged: get it again.");
    }

    // Big-endian 16-bit words, sums folded every 360 words so that they stay within 32 bits, as HDF5 does.
    private static uint Checksum(ReadOnlySpan<byte> data)
    {
        uint sum1 = 0;
        uint sum2 = 0;
        for (int left = data.Length / 2, at = 0; left > 0; )
        {
            int words = Math.Min(left, 360);
            left -= words;
            for (; words > 0; words--, at += 2)
                sum2 += sum1 += BinaryPrimitives.ReadUInt16BigEndian(data[at..]);
            (sum1, sum2) = (Fold(sum1), Fold(sum2));
        }
        if (data.Length % 2 == 1)
        {
            sum2 += sum1 += (uint)data[^1] << 8;
            (sum1, sum2) = (Fold(sum1), Fold(sum2));
        }
        return Fold(sum2) << 16 | Fold(sum1);
    }

    private static uint Fold(uint sum) => (sum & 0xFFFF) + (sum >> 16);
}
