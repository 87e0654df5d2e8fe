namespace KerasSharp.Formats.Images;

/// <summary>The strings of pixels that codes stand for: each is another one, its prefix, and a last pixel.</summary>
internal sealed class GifStrings
{
    private const int Maximum = 4096;

    private readonly short[] prefix = new short[Maximum];
    private readonly short[] length = new short[Maximum];
    private readonly byte[] first = new byte[Maximum];
    private readonly byte[] last = new byte[Maximum];
    private readonly int colorCount;
    private int previous;

    public GifStrings(int colorCount)
    {
        this.colorCount = colorCount;
        for (int i = 0; i < colorCount; i++)
            (prefix[i], length[i], first[i], last[i]) = (-1, 1, (byte)i, (byte)i);
        Clear();
    }

    /// <summary>How many codes have a meaning, the two that are no strings among them.</summary>
    public int Count { get; private set; }

    /// <summary>Forgets all strings but the single colours.</summary>
    public void Clear()
    {
        Count = colorCount + 2;
        previous = -1;
    }

    /// <summary>Takes note of a code: the string before it with its first pixel behind is a new string. False where the code cannot be.</summary>
    public bool TryAdd(int code)
    {
        if (previous < 0 ? code >= colorCount : code > Count || (code == Count && Count == Maximum))
            return false;
        if (previous >= 0 && Count < Maximum)
        {
            (prefix[Count], length[Count], first[Count]) = ((short)previous, (short)(length[previous] + 1), first[previous]);
            last[Count] = first[code == Count ? previous : code];
            Count++;
        }
        previous = code;
        return true;
    }

    /// <summary>Writes a string from its end, as far as there is room, and gives how much was written.</summary>
    public int Write(int code, Span<byte> pixels)
    {
        int count = length[code];
        for (int i = count - 1; i >= 0; i--, code = prefix[code])
            if (i < pixels.Length)
                pixels[i] = last[code];
        return Math.Min(count, pixels.Length);
    }
}
