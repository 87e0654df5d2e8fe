namespace KerasSharp.Formats.Images;

/// <summary>Turns and mirrors an image as EXIF's orientation says.</summary>
internal static class ExifOrientation
{
    /// <summary>The image as it is to be seen.</summary>
    /// <param name="pixels">The image as it is stored.</param>
    /// <param name="orientation">1 as it is, 2 mirrored, 3 upside down, 4 both, 5 to 8 the same of the transposed image.</param>
    public static Pixels Apply(Pixels pixels, int orientation)
    {
        if (orientation is <= 1 or > 8)
            return pixels;
        bool isTransposed = orientation >= 5;
        bool isMirrored = orientation is 2 or 3 or 7 or 8;
        bool isFlipped = orientation is 3 or 4 or 6 or 7;
        int width = isTransposed ? pixels.Height : pixels.Width;
        int height = isTransposed ? pixels.Width : pixels.Height;
        var rgba = new byte[pixels.Rgba.Length];
        for (int y = 0, at = 0; y < height; y++)
        for (int x = 0; x < width; x++, at += 4)
        {
            (int column, int row) = isTransposed ? (y, x) : (x, y);
            column = isMirrored ? pixels.Width - 1 - column : column;
            row = isFlipped ? pixels.Height - 1 - row : row;
            pixels.Rgba.AsSpan(4 * (row * pixels.Width + column), 4).CopyTo(rgba.AsSpan(at));
        }
        return pixels with { Width = width, Height = height, Rgba = rgba };
    }
}
