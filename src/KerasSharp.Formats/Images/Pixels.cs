namespace KerasSharp.Formats.Images;

/// <summary>A decoded image: red, green, blue, alpha of each pixel, row by row.</summary>
/// <param name="Width">Columns.</param>
/// <param name="Height">Rows.</param>
/// <param name="Channels">How many channels the file has: 1 to 4.</param>
/// <param name="Rgba">Four bytes a pixel; gray has three equal ones; without transparency alpha is 255.</param>
/// <param name="Gray">How colours become gray.</param>
internal sealed record Pixels(int Width, int Height, int Channels, byte[] Rgba, GrayWeights Gray)
{
    /// <summary>Writes the pixels with 1 to 4 channels.</summary>
    public void CopyTo(Span<byte> target, int channels)
    {
        if (channels == 4)
        {
            Rgba.CopyTo(target);
            return;
        }
        int at = 0;
        for (int i = 0; i < Rgba.Length; i += 4)
        {
            if (channels == 3)
                (target[at], target[at + 1], target[at + 2]) = (Rgba[i], Rgba[i + 1], Rgba[i + 2]);
            else
                target[at] = (byte)Gray.Of(Rgba[i], Rgba[i + 1], Rgba[i + 2]);
            if (channels == 2)
                target[at + 1] = Rgba[i + 3];
            at += channels;
        }
    }
}
