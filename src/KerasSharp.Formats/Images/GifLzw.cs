namespace KerasSharp.Formats.Images;

/// <summary>The compression of GIF: codes of growing width, each for a string of pixels seen before.</summary>
internal ref struct GifLzw
{
    private const int MaximumWidth = 12;

    private readonly ReadOnlySpan<byte> data;
    private readonly int bits;
    private readonly GifStrings strings;
    private long bit;
    private int width;

    private GifLzw(ReadOnlySpan<byte> data, int bits)
    {
        this.data = data;
        this.bits = bits;
        strings = new GifStrings(1 << bits);
        width = bits + 1;
    }

    /// <summary>Fills all pixels; false where the codes do not.</summary>
    /// <param name="data">The codes.</param>
    /// <param name="bits">Bits a pixel.</param>
    /// <param name="pixels">Where the pixels go.</param>
    public static bool TryDecode(ReadOnlySpan<byte> data, int bits, Span<byte> pixels) =>
        bits is >= 1 and <= 8 && new GifLzw(data, bits).TryFill(pixels);

    private bool TryFill(Span<byte> pixels)
    {
        int clear = 1 << bits;
        while (!pixels.IsEmpty && TryNext(out int code) && code != clear + 1)
        {
            if (code == clear)
            {
                strings.Clear();
                width = bits + 1;
                continue;
            }
            if (!strings.TryAdd(code))
                return false;
            pixels = pixels[strings.Write(code, pixels)..];
            if (strings.Count == 1 << width && width < MaximumWidth)
                width++;
        }
        return pixels.IsEmpty;
    }

    private bool TryNext(out int code)
    {
        int at = (int)(bit >> 3);
        code = 0;
        if (bit + width > 8L * data.Length)
            return false;
        for (int i = 0; i < 3 && at + i < data.Length; i++)
            code |= data[at + i] << (8 * i);
        code = (code >> (int)(bit & 7)) & ((1 << width) - 1);
        bit += width;
        return true;
    }
}
