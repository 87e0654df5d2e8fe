namespace KerasSharp.Formats.Images;

/// <summary>The bytes of an image file with its name and the limits it is read by.</summary>
/// <param name="Bytes">The whole file.</param>
/// <param name="File">Its name, for errors.</param>
/// <param name="Options">How it is decoded.</param>
internal sealed record ImageSource(byte[] Bytes, string File, ImageOptions Options)
{
    /// <summary>Whether TensorFlow's pixels are wanted.</summary>
    public bool IsTensorFlow => Options.Conventions == ImageConventions.TensorFlow;

    /// <summary>An error of the file.</summary>
    public FileFormatException Error(string place, string problem, Exception? inner = null) => new(File, place, problem, inner);

    /// <summary>Refuses sizes that are over the limit, and those that the file's own bytes cannot hold, before anything is allocated.</summary>
    /// <param name="width">Columns.</param>
    /// <param name="height">Rows.</param>
    /// <param name="frames">How many images of this size.</param>
    /// <param name="pixelsPerByte">How many pixels a byte of the format can stand for.</param>
    public void CheckSize(long width, long height, long frames = 1, long pixelsPerByte = long.MaxValue)
    {
        if (width <= 0 || height <= 0)
            throw Error("the header", $"expected an image of at least 1 x 1 pixels, got {width} x {height}.");
        if ((Int128)width * height * frames > Options.MaximumPixels)
            throw Error(
                "the header",
                $"{frames} image(s) of {width} x {height} pixels are more than {Options.MaximumPixels}; raise {nameof(ImageOptions.MaximumPixels)} if they should."
            );
        if ((Int128)width * height > (Int128)pixelsPerByte * Bytes.Length)
            throw Error(
                "the header",
                $"declares {width} x {height} pixels, which cannot be in a file of {Bytes.Length} bytes; it is cut off or damaged."
            );
    }
}
