using System.Buffers.Binary;

namespace KerasSharp.Formats.Images;

/// <summary>Decodes Windows bitmaps: with Skia as Pillow does, or plainly as TensorFlow does.</summary>
internal static class BmpDecoder
{
    private const int FileHeaderLength = 14;
    private const int MinimumLength = 54;

    /// <summary>As many pixels as two bytes of a run stand for, in a row and in what is left out.</summary>
    private const long PixelsPerByte = 256;

    public static Pixels Decode(ImageSource source) => source.IsTensorFlow ? DecodePlain(source) : DecodeAny(source);

    private static Pixels DecodeAny(ImageSource source)
    {
        using var decoder = new SkiaDecoder(source);
        source.CheckSize(decoder.Width, decoder.Height, 1, PixelsPerByte);
        byte[] rgba = decoder.Decode();
        int channels =
            HasGrayPalette(source.Bytes) ? 1
            : decoder.IsOpaque ? 3
            : 4;
        return new Pixels(decoder.Width, decoder.Height, channels, rgba, GrayWeights.Pillow);
    }

    /// <summary>Whether the palette is the ramp from black to white, which makes it no palette at all.</summary>
    private static bool HasGrayPalette(ReadOnlySpan<byte> bytes)
    {
        int start =
            bytes.Length < MinimumLength
                ? int.MaxValue
                : FileHeaderLength + BinaryPrimitives.ReadInt32LittleEndian(bytes[FileHeaderLength..]);
        int count =
            bytes.Length < MinimumLength
                ? 0
                : BinaryPrimitives.ReadUInt16LittleEndian(bytes[28..]) switch
                {
                    1 => 2,
                    8 => 256,
                    _ => 0,
                };
        if (count == 0 || start < MinimumLength || start > bytes.Length - 4 * count)
            return false;
        for (int i = 0; i < count; i++)
            if (bytes.Slice(start + 4 * i, 3).ContainsAnyExcept((byte)(count == 2 ? 255 * i : i)))
                return false;
        return true;
    }

    /// <summary>Bytes as they stand in an uncompressed file of 8, 24 or 32 bits a pixel: gray, colour, colour with alpha.</summary>
    private static Pixels DecodePlain(ImageSource source)
    {
        ReadOnlySpan<byte> bytes = source.Bytes;
        if (bytes.Length < MinimumLength)
            throw source.Error("the header", $"expected a BMP of at least {MinimumLength} bytes, got {bytes.Length}.");
        long start = BinaryPrimitives.ReadUInt32LittleEndian(bytes[10..]);
        int width = BinaryPrimitives.ReadInt32LittleEndian(bytes[18..]);
        long height = BinaryPrimitives.ReadInt32LittleEndian(bytes[22..]);
        int bits = BinaryPrimitives.ReadUInt16LittleEndian(bytes[28..]);
        int compression = BinaryPrimitives.ReadInt32LittleEndian(bytes[30..]);
        if (bits is not (8 or 24 or 32) || compression is not (0 or 3))
            throw source.Error(
                "the header",
                $"TensorFlow reads uncompressed BMPs of 8, 24 or 32 bits a pixel, not compression {compression} of {bits} bits; read it as Pillow does ({nameof(ImageConventions)})."
            );
        source.CheckSize(width, Math.Abs(height));
        long rowLength = ((long)width * bits / 8 + 3) / 4 * 4;
        if (start + rowLength * Math.Abs(height) > bytes.Length)
            throw source.Error(
                "the pixels",
                $"expected {rowLength * Math.Abs(height)} bytes of pixels, got {Math.Max(0, bytes.Length - start)}; the BMP is cut off."
            );
        return new Pixels(
            width,
            (int)Math.Abs(height),
            bits / 8,
            Rows(bytes[(int)start..], width, (int)height, bits / 8, (int)rowLength),
            GrayWeights.Pillow
        );
    }

    /// <summary>The rows, which stand upside down where the height is positive.</summary>
    private static byte[] Rows(ReadOnlySpan<byte> data, int width, int height, int channels, int rowLength)
    {
        int rows = Math.Abs(height);
        var rgba = new byte[4L * width * rows];
        for (int y = 0, at = 0; y < rows; y++)
        {
            var row = data.Slice((height > 0 ? rows - 1 - y : y) * rowLength, rowLength);
            for (int x = 0; x < width; x++, at += 4)
            {
                var pixel = row.Slice(x * channels, channels);
                (rgba[at], rgba[at + 1], rgba[at + 2]) = channels == 1 ? (pixel[0], pixel[0], pixel[0]) : (pixel[2], pixel[1], pixel[0]);
                rgba[at + 3] = channels == 4 ? pixel[3] : (byte)255;
            }
        }
        return rgba;
    }
}
