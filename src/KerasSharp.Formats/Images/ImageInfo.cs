namespace KerasSharp.Formats.Images;

/// <summary>What an image file says of itself in its first bytes.</summary>
/// <param name="Format">Its format.</param>
/// <param name="Width">Columns of pixels.</param>
/// <param name="Height">Rows of pixels.</param>
/// <param name="Channels">1 gray, 2 gray with alpha, 3 colour, 4 colour with alpha; a palette counts as what it stands for.</param>
/// <param name="BitDepth">Bits a channel: 16 for deep PNGs, else 8.</param>
public sealed record ImageInfo(ImageFormat Format, int Width, int Height, int Channels, int BitDepth);
