using NumSharp;

namespace KerasSharp.Formats.Images;

/// <summary>Reads PNG, JPEG, GIF, BMP and WebP images into arrays, with the pixels that Keras gets.</summary>
/// <remarks>Every overload throws <see cref="FileFormatException"/> for a file that is no image, is damaged or cut off, or has more pixels than allowed. Safe for several threads.</remarks>
public static class ImageFile
{
    /// <summary>Reads an image; of several frames the first.</summary>
    /// <param name="path">The file; its first bytes tell the format, not its name.</param>
    /// <param name="options">Channels, conventions and limits; the defaults if null.</param>
    /// <returns>uint8 [height, width, channels].</returns>
    /// <exception cref="FileFormatException">See the class's remarks.</exception>
    /// <exception cref="ArgumentException">The options ask for other than 1, 3 or 4 channels.</exception>
    public static NDArray Read(string path, ImageOptions? options = null) => Read(File.ReadAllBytes(path), path, options);

    /// <summary>Reads an image from a stream, up to its end.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="name">A name for errors.</param>
    /// <param name="options">As for a file.</param>
    /// <returns>uint8 [height, width, channels].</returns>
    public static NDArray Read(Stream stream, string name, ImageOptions? options = null)
    {
        using var content = new MemoryStream();
        stream.CopyTo(content);
        return Read(content.ToArray(), name, options);
    }

    /// <summary>Reads an image in memory.</summary>
    /// <param name="content">The file's bytes.</param>
    /// <param name="name">A name for errors.</param>
    /// <param name="options">As for a file.</param>
    /// <returns>uint8 [height, width, channels].</returns>
    public static NDArray Read(byte[] content, string name, ImageOptions? options = null)
    {
        var source = Source(content, name, options);
        var pixels = ImageDecoder.Decode(source);
        return ImageArrays.Of(pixels, source.Options.Channels ?? pixels.Channels);
    }

    /// <summary>Reads all frames of a GIF or WebP, each as it is to be seen; another image is one frame.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">As for an image; the limit holds for all frames together.</param>
    /// <returns>uint8 [frames, height, width, channels], as <c>tf.io.decode_gif</c>.</returns>
    public static NDArray ReadFrames(string path, ImageOptions? options = null) => ReadFrames(File.ReadAllBytes(path), path, options);

    /// <summary>Reads all frames of an image in memory.</summary>
    /// <param name="content">The file's bytes.</param>
    /// <param name="name">A name for errors.</param>
    /// <param name="options">As for a file.</param>
    /// <returns>uint8 [frames, height, width, channels].</returns>
    public static NDArray ReadFrames(byte[] content, string name, ImageOptions? options = null)
    {
        var source = Source(content, name, options);
        return ImageArrays.Stack([
            .. ImageDecoder.DecodeFrames(source).Select(pixels => ImageArrays.Of(pixels, source.Options.Channels ?? pixels.Channels)),
        ]);
    }

    /// <summary>Reads a PNG with 16 bits a channel, as <c>tf.io.decode_png(…, dtype=tf.uint16)</c>; samples of 8 bits are multiplied by 257.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">The limit; the channels are always as in the file.</param>
    /// <returns>uint16 [height, width, channels].</returns>
    /// <exception cref="NotSupportedException">The image is no PNG, which alone has 16 bits, or the options ask for channels or an orientation.</exception>
    public static NDArray ReadUInt16(string path, ImageOptions? options = null) => ReadUInt16(File.ReadAllBytes(path), path, options);

    /// <summary>Reads a PNG in memory with 16 bits a channel.</summary>
    /// <param name="content">The file's bytes.</param>
    /// <param name="name">A name for errors.</param>
    /// <param name="options">As for a file.</param>
    /// <returns>uint16 [height, width, channels].</returns>
    /// <exception cref="NotSupportedException">As for a file.</exception>
    public static NDArray ReadUInt16(byte[] content, string name, ImageOptions? options = null)
    {
        var source = Source(content, name, options);
        if (ImageDecoder.Format(source) is not ImageFormat.Png and var format)
            throw new NotSupportedException($"'{name}': only a PNG has 16 bits a channel, and this is {format}; read it with 8.");
        if (source.Options.Channels is not null || source.Options.ApplyOrientation)
            throw new NotSupportedException(
                $"{nameof(ImageOptions.Channels)} and {nameof(ImageOptions.ApplyOrientation)} are not for 16 bits."
            );
        var header = PngHeader.Read(source);
        var (samples, channels) = PngDecoder.DecodeDeep(source, header);
        return new NDArray(samples).reshape(header.Height, header.Width, channels);
    }

    /// <summary>Reads what an image says of itself, without its pixels where the format allows.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">The limit and the conventions.</param>
    public static ImageInfo ReadInfo(string path, ImageOptions? options = null)
    {
        var source = Source(File.ReadAllBytes(path), path, options);
        var format = ImageDecoder.Format(source);
        if (format == ImageFormat.Png && PngHeader.Read(source) is var header)
            return new ImageInfo(format, header.Width, header.Height, header.Channels(source), header.BitDepth == 16 ? 16 : 8);
        var pixels = ImageDecoder.Decode(source);
        return new ImageInfo(format, pixels.Width, pixels.Height, pixels.Channels, 8);
    }

    private static ImageSource Source(byte[] content, string name, ImageOptions? options) =>
        new(content, name, (options ?? ImageOptions.Default).Checked());
}
