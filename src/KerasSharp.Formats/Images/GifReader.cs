using System.Buffers.Binary;

namespace KerasSharp.Formats.Images;

/// <summary>Reads the blocks of a GIF.</summary>
internal sealed class GifReader
{
    /// <summary>A string of up to 4096 pixels for a code of 12 bits at the most.</summary>
    private const long PixelsPerByte = 4096;

    private readonly ImageSource source;
    private readonly byte[] palette;
    private int at;
    private int? transparent;
    private int disposal;

    public GifReader(ImageSource source)
    {
        this.source = source;
        at = 6;
        var screen = Take(7);
        Width = BinaryPrimitives.ReadUInt16LittleEndian(screen);
        Height = BinaryPrimitives.ReadUInt16LittleEndian(screen[2..]);
        palette = TakePalette(screen[4]);
        source.CheckSize(Width, Height, 1, PixelsPerByte);
    }

    /// <summary>The canvas's columns.</summary>
    public int Width { get; }

    /// <summary>The canvas's rows.</summary>
    public int Height { get; }

    /// <summary>The frames, one after the other.</summary>
    public IEnumerable<GifFrame> Frames()
    {
        for (int count = 0; ; )
            switch (Take(1)[0])
            {
                case 0x3B when count > 0:
                    yield break;
                case 0x21:
                    ReadExtension();
                    break;
                case 0x2C:
                    source.CheckSize(Width, Height, ++count);
                    yield return ReadFrame();
                    break;
                case var other:
                    throw source.Error(
                        $"byte {at - 1}",
                        $"expected an image, an extension or, after an image, the end of a GIF; got 0x{other:X2}."
                    );
            }
    }

    private ReadOnlySpan<byte> Take(int count)
    {
        if (count > source.Bytes.Length - at)
            throw source.Error($"byte {at}", $"expected {count} more bytes of a GIF; it is cut off.");
        at += count;
        return source.Bytes.AsSpan(at - count, count);
    }

    /// <summary>The palette that flags announce; empty where they announce none.</summary>
    private byte[] TakePalette(byte flags) => (flags & 0x80) == 0 ? [] : Take(3 << ((flags & 7) + 1)).ToArray();

    private void ReadExtension()
    {
        bool isControl = Take(1)[0] == 0xF9;
        for (int length = Take(1)[0]; length > 0; length = Take(1)[0])
        {
            var block = Take(length);
            if (!isControl || length < 4)
                continue;
            disposal = (block[0] >> 2) & 7;
            transparent = (block[0] & 1) != 0 ? block[3] : null;
        }
    }

    private GifFrame ReadFrame()
    {
        int start = at;
        var place = Take(9);
        int left = BinaryPrimitives.ReadUInt16LittleEndian(place);
        int top = BinaryPrimitives.ReadUInt16LittleEndian(place[2..]);
        int width = BinaryPrimitives.ReadUInt16LittleEndian(place[4..]);
        int height = BinaryPrimitives.ReadUInt16LittleEndian(place[6..]);
        byte flags = place[8];
        var local = TakePalette(flags);
        var colors = local.Length > 0 ? local : palette;
        if (left + width > Width || top + height > Height || colors.Length == 0)
            throw source.Error(
                $"byte {start}",
                $"a frame of {width} x {height} at ({left}, {top}) is outside of the {Width} x {Height} of the GIF, or has no palette."
            );
        var indices = new byte[width * height];
        ReadIndices(indices, colors.Length / 3);
        if ((flags & 0x40) != 0)
            indices = Deinterlaced(indices, width, height);
        var frame = new GifFrame(left, top, width, height, colors, transparent, disposal, indices);
        (transparent, disposal) = (null, 0);
        return frame;
    }

    private void ReadIndices(byte[] indices, int colorCount)
    {
        int start = at;
        int bits = Take(1)[0];
        using var codes = new MemoryStream();
        for (int length = Take(1)[0]; length > 0; length = Take(1)[0])
            codes.Write(Take(length));
        if (!GifLzw.TryDecode(codes.GetBuffer().AsSpan(0, (int)codes.Length), bits, indices))
            throw source.Error($"byte {start}", "a frame's compressed pixels are cut off or damaged.");
        if (indices.AsSpan().ContainsAnyExceptInRange((byte)0, (byte)(colorCount - 1)))
            throw source.Error($"byte {start}", $"a pixel's colour is over the {colorCount} of the palette.");
    }

    private static byte[] Deinterlaced(byte[] indices, int width, int height)
    {
        var rows = new byte[indices.Length];
        int from = 0;
        foreach (var (first, step) in ((int, int)[])[(0, 8), (4, 8), (2, 4), (1, 2)])
            for (int y = first; y < height; y += step, from += width)
                indices.AsSpan(from, width).CopyTo(rows.AsSpan(y * width));
        return rows;
    }
}
