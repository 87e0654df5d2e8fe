namespace KerasSharp.Formats.Images;

/// <summary>Decodes GIFs: puts frames on a canvas, one over the other. Skia is not used: it forgets the colours of transparent pixels, which Pillow keeps.</summary>
internal sealed class GifDecoder
{
    private readonly GifReader reader;
    private readonly bool isTensorFlow;
    private readonly byte[] canvas;

    private GifDecoder(ImageSource source)
    {
        reader = new GifReader(source);
        isTensorFlow = source.IsTensorFlow;
        canvas = new byte[4L * reader.Width * reader.Height];
    }

    /// <summary>The first frame. Nothing is read behind it.</summary>
    public static Pixels Decode(ImageSource source)
    {
        var decoder = new GifDecoder(source);
        return decoder.Draw(decoder.reader.Frames().First(), isFirst: true);
    }

    /// <summary>Each frame as it is to be seen.</summary>
    public static IEnumerable<Pixels> DecodeFrames(ImageSource source)
    {
        var decoder = new GifDecoder(source);
        bool isFirst = true;
        foreach (var frame in decoder.reader.Frames())
        {
            byte[]? before = frame.Disposal == 3 && !decoder.isTensorFlow ? (byte[])decoder.canvas.Clone() : null;
            yield return decoder.Draw(frame, isFirst);
            if (before is not null && !isFirst)
                before.CopyTo(decoder.canvas, 0);
            else if (frame.Disposal == 2 && !decoder.isTensorFlow)
                decoder.Wipe(frame);
            isFirst = false;
        }
    }

    private Pixels Draw(GifFrame frame, bool isFirst)
    {
        if (isFirst)
            Fill(frame);
        int i = 0;
        for (int y = frame.Top; y < frame.Top + frame.Height; y++)
        {
            var row = canvas.AsSpan(4 * (y * reader.Width + frame.Left), 4 * frame.Width);
            for (int x = 0; x < row.Length; x += 4, i++)
                if (frame.Indices[i] != frame.Transparent)
                    Paint(row.Slice(x, 4), frame.Palette, frame.Indices[i], 255);
        }
        return new Pixels(reader.Width, reader.Height, 3, (byte[])canvas.Clone(), GrayWeights.Pillow);
    }

    /// <summary>What is under the first frame: black; in Pillow the colour that stands for transparent pixels, or the first of the palette.</summary>
    private void Fill(GifFrame frame)
    {
        int color = isTensorFlow ? -1 : frame.Transparent ?? 0;
        byte alpha = (byte)(frame.Transparent is null ? 255 : 0);
        for (int i = 0; i < canvas.Length; i += 4)
            if (color >= 0 && 3 * color < frame.Palette.Length)
                Paint(canvas.AsSpan(i, 4), frame.Palette, color, alpha);
            else
                canvas[i + 3] = alpha;
    }

    private void Wipe(GifFrame frame)
    {
        for (int y = frame.Top; y < frame.Top + frame.Height; y++)
            canvas.AsSpan(4 * (y * reader.Width + frame.Left), 4 * frame.Width).Clear();
    }

    private static void Paint(Span<byte> pixel, byte[] palette, int color, byte alpha)
    {
        palette.AsSpan(3 * color, 3).CopyTo(pixel);
        pixel[3] = alpha;
    }
}
