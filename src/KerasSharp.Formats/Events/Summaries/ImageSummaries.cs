using System.Globalization;
using System.Text;
using NumSharp;

namespace KerasSharp.Formats.Events;

/// <summary>Pictures, TensorBoard's <c>images</c>.</summary>
public static class ImageSummaries
{
    /// <summary>How many images of an array are written unless told, as TensorFlow's.</summary>
    private const int DefaultMaxOutputs = 3;

    /// <summary>Writes pictures, as <c>tf.summary.image</c>.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="tag">The pictures' name; a slash groups.</param>
    /// <param name="images">Shape [images, height, width, channels], or [height, width, channels] for one; 1 channel is gray, 2 gray and alpha, 3 RGB, 4 RGBA. Floats go from 0 to 1 and are clipped, integers from 0 to their type's greatest value, booleans are black and white.</param>
    /// <param name="step">The step.</param>
    /// <param name="maxOutputs">How many pictures are written at most; the first ones.</param>
    /// <param name="description">A description in Markdown.</param>
    /// <exception cref="ArgumentException">The array has another rank, another number of channels, no pixels, or complex elements.</exception>
    /// <exception cref="ObjectDisposedException">The writer is closed.</exception>
    /// <exception cref="IOException">An earlier event could not be written.</exception>
    public static void Image(
        this EventFileWriter writer,
        string tag,
        NDArray images,
        long step,
        int maxOutputs = DefaultMaxOutputs,
        string? description = null
    )
    {
        ArgumentOutOfRangeException.ThrowIfNegative(maxOutputs);
        var batch = PixelBatch.Of(images);
        var pngs = new byte[Math.Min(maxOutputs, batch.Count)][];
        for (int i = 0; i < pngs.Length; i++)
            pngs[i] = PngImage.Encode(batch.Pixels(i), batch.Width, batch.Height, batch.Channels);
        Write(writer, tag, batch.Width, batch.Height, pngs, step, description);
    }

    /// <summary>Writes pictures that are PNG files already.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="tag">The pictures' name; a slash groups.</param>
    /// <param name="pngs">One file or more, all of one size, which the first one tells.</param>
    /// <param name="step">The step.</param>
    /// <param name="description">A description in Markdown.</param>
    /// <exception cref="ArgumentException">There is none, or one is no PNG file or of another size.</exception>
    /// <exception cref="ObjectDisposedException">The writer is closed.</exception>
    /// <exception cref="IOException">An earlier event could not be written.</exception>
    public static void Image(this EventFileWriter writer, string tag, IReadOnlyList<byte[]> pngs, long step, string? description = null)
    {
        if (pngs.Count == 0)
            throw new ArgumentException("There is no image to write.", nameof(pngs));
        var size = PngImage.Size(pngs[0]);
        if (pngs.Any(png => PngImage.Size(png) != size))
            throw new ArgumentException(
                $"All images under a tag have one size, and not all are {size.Width} x {size.Height}.",
                nameof(pngs)
            );
        Write(writer, tag, size.Width, size.Height, pngs, step, description);
    }

    private static void Write(
        EventFileWriter writer,
        string tag,
        int width,
        int height,
        IReadOnlyList<byte[]> pngs,
        long step,
        string? description
    )
    {
        byte[][] values = [Digits(width), Digits(height), .. pngs];
        writer.Write(tag, TensorValue.FromStrings(Shape.Of(values.Length), values), step, SummaryMessages.Of("images", description));
    }

    private static byte[] Digits(int number) => Encoding.ASCII.GetBytes(number.ToString(CultureInfo.InvariantCulture));
}
