namespace KerasSharp.Formats.Images;

/// <summary>One frame of a GIF.</summary>
/// <param name="Left">Its first column on the canvas.</param>
/// <param name="Top">Its first row.</param>
/// <param name="Width">Its columns.</param>
/// <param name="Height">Its rows.</param>
/// <param name="Palette">Red, green and blue of each colour.</param>
/// <param name="Transparent">The colour that stands for none; null where there is none.</param>
/// <param name="Disposal">What becomes of it before the next: 2 it is wiped out, 3 what was there before comes back, else it stays.</param>
/// <param name="Indices">The colour of each pixel.</param>
internal sealed record GifFrame(int Left, int Top, int Width, int Height, byte[] Palette, int? Transparent, int Disposal, byte[] Indices);
