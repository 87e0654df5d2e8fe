namespace KerasSharp.Formats.Images;

/// <summary>The formats of image files that are read.</summary>
public enum ImageFormat
{
    /// <summary>Portable Network Graphics.</summary>
    Png,

    /// <summary>JPEG.</summary>
    Jpeg,

    /// <summary>GIF, with one frame or more.</summary>
    Gif,

    /// <summary>Windows bitmap.</summary>
    Bmp,

    /// <summary>WebP, with one frame or more.</summary>
    WebP,
}
