namespace KerasSharp.Formats.Images;

/// <summary>Decodes PNGs of any depth.</summary>
internal static class PngDecoder
{
    public static Pixels Decode(ImageSource source)
    {
        var header = PngHeader.Read(source);
        var weights = source.IsTensorFlow ? GrayWeights.LibPng : GrayWeights.Pillow;
        if (header.BitDepth == 16)
            return Narrow(source, header, weights);
        using var decoder = new SkiaDecoder(source);
        byte[] rgba = decoder.Decode();
        if (source.IsTensorFlow && decoder.IsOpaque && header.BitDepth < 8)
            SetAlpha(rgba, (byte)((1 << header.BitDepth) - 1));
        return new Pixels(decoder.Width, decoder.Height, header.Channels(source), rgba, weights);
    }

    /// <summary>The samples with their full 16 bits; those of a shallower PNG are spread over 16.</summary>
    public static (ushort[] Samples, int Channels) DecodeDeep(ImageSource source, PngHeader header)
    {
        if (header.BitDepth == 16)
            return (DeepPng.Decode(source, header), header.SampleCount);
        var pixels = Decode(source);
        var narrow = new byte[(long)pixels.Width * pixels.Height * pixels.Channels];
        pixels.CopyTo(narrow, pixels.Channels);
        return (Array.ConvertAll(narrow, sample => (ushort)(sample * 257)), pixels.Channels);
    }

    /// <summary>TensorFlow adds the alpha that is opaque at the file's depth, 15 with 4 bits, and does not spread it over 8.</summary>
    private static void SetAlpha(byte[] rgba, byte alpha)
    {
        for (int i = 3; i < rgba.Length; i += 4)
            rgba[i] = alpha;
    }

    private static Pixels Narrow(ImageSource source, PngHeader header, GrayWeights weights)
    {
        ushort[] samples = DeepPng.Decode(source, header);
        bool isGrayWanted = source.IsTensorFlow && source.Options.Channels == 1;
        bool isCut = header.ColorType == 0 && !source.IsTensorFlow;
        var rgba = new byte[4L * header.Width * header.Height];
        int count = header.SampleCount;
        for (long i = 0, at = 0; at < rgba.Length; i += count, at += 4)
        {
            (int red, int green, int blue) =
                count < 3 ? (samples[i], samples[i], samples[i]) : (samples[i], samples[i + 1], samples[i + 2]);
            if (isGrayWanted)
                red = green = blue = (int)GrayWeights.DeepLibPng.Of(red, green, blue);
            (rgba[at], rgba[at + 1], rgba[at + 2]) = (High(red, isCut), High(green, isCut), High(blue, isCut));
            rgba[at + 3] = count is 2 or 4 ? High(samples[i + count - 1], false) : (byte)255;
        }
        return new Pixels(header.Width, header.Height, count, rgba, weights);
    }

    /// <summary>The upper byte; or the value up to 255, as Pillow does with gray.</summary>
    private static byte High(int sample, bool isCut) => (byte)(isCut ? Math.Min(sample, 255) : sample >> 8);
}
