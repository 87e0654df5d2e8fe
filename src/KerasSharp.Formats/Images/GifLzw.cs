namespace KerasSharp.Formats.Images;

/// <summary>The compression of GIF: codes of growing width, each for a string of pixels seen before.</summary>
internal static class GifLzw
{
    private const int MaximumCodes = 4096;

    /// <summary>Fills all pixels; false where the codes do not.</summary>
    /// <param name="data">The codes.</param>
    /// <param name="bits">Bits a pixel.</param>
    /// <param name="pixels">Where the pixels go.</param>
    public static bool TryDecode(ReadOnlySpan<byte> data, int bits, Span<byte> pixels)
    {
        if (bits is < 1 or > 8)
            return false;
        int clear = 1 << bits;
        // A string is another one, its prefix, and a last pixel.
        var prefix = new short[MaximumCodes];
        var last = new byte[MaximumCodes];
        var length = new short[MaximumCodes];
        for (int i = 0; i < clear; i++)
            (prefix[i], last[i], length[i]) = (-1, (byte)i, 1);
        int next = clear + 2;
        int width = bits + 1;
        int previous = -1;
        int filled = 0;
        for (long bit = 0; filled < pixels.Length && bit + width <= 8L * data.Length; )
        {
            int code = Code(data, bit, width);
            bit += width;
            if (code == clear)
            {
                (next, width, previous) = (clear + 2, bits + 1, -1);
                continue;
            }
            if (code == clear + 1 || code > next || (code == next && previous < 0) || (code >= clear && previous < 0))
                return false;
            if (previous >= 0 && next < MaximumCodes)
            {
                (prefix[next], length[next]) = ((short)previous, (short)(length[previous] + 1));
                last[next] = First(code == next ? previous : code, prefix, last);
                next++;
            }
            if (code >= next)
                return false;
            filled += Write(code, prefix, last, length, pixels[filled..]);
            previous = code;
            if (next == 1 << width && width < 12)
                width++;
        }
        return filled == pixels.Length;
    }

    private static int Code(ReadOnlySpan<byte> data, long bit, int width)
    {
        int at = (int)(bit >> 3);
        int value = data[at] | (at + 1 < data.Length ? data[at + 1] << 8 : 0) | (at + 2 < data.Length ? data[at + 2] << 16 : 0);
        return (value >> (int)(bit & 7)) & ((1 << width) - 1);
    }

    private static byte First(int code, short[] prefix, byte[] last)
    {
        while (prefix[code] >= 0)
            code = prefix[code];
        return last[code];
    }

    /// <summary>Writes a string from its end, as far as there is room, and gives how much was written.</summary>
    private static int Write(int code, short[] prefix, byte[] last, short[] length, Span<byte> pixels)
    {
        int count = length[code];
        for (int i = count - 1; i >= 0; i--, code = prefix[code])
            if (i < pixels.Length)
                pixels[i] = last[code];
        return Math.Min(count, pixels.Length);
    }
}
