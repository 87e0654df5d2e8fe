using NumSharp;

namespace KerasSharp.Formats.Events;

/// <summary>A batch of pictures as bytes, row by row, the channels of a pixel together.</summary>
internal sealed class PixelBatch
{
    /// <summary>What a float is multiplied by, so that 1 becomes 255 and rounding is even, as TensorFlow's <c>convert_image_dtype</c>.</summary>
    private const double FloatScale = 255.5;

    private readonly byte[] pixels;

    private PixelBatch(byte[] pixels, long[] shape)
    {
        this.pixels = pixels;
        (Count, Height, Width, Channels) = ((int)shape[0], (int)shape[1], (int)shape[2], (int)shape[3]);
    }

    public int Count { get; }

    public int Height { get; }

    public int Width { get; }

    public int Channels { get; }

    /// <summary>The pictures of an array of shape [images, height, width, channels] or [height, width, channels].</summary>
    /// <exception cref="ArgumentException">The array is not of such a shape.</exception>
    public static PixelBatch Of(NDArray images)
    {
        long[] shape = images.ndim == 3 ? [1, .. images.shape] : images.shape;
        if (shape.Length != 4 || shape[3] is < 1 or > 4 || shape[1] * shape[2] == 0)
            throw new ArgumentException(
                $"Images have shape [images, height, width, channels] with 1 to 4 channels; got [{string.Join(", ", images.shape)}].",
                nameof(images)
            );
        return new PixelBatch(Bytes(images), shape);
    }

    /// <summary>The bytes of one picture.</summary>
    public ReadOnlySpan<byte> Pixels(int image)
    {
        int size = Height * Width * Channels;
        return pixels.AsSpan(image * size, size);
    }

    private static byte[] Bytes(NDArray images)
    {
        if (images.size == 0)
            return [];
        var rows = np.ascontiguousarray(images);
        return images.typecode switch
        {
            NPTypeCode.Byte => rows.ToArray<byte>(),
            NPTypeCode.Boolean => Array.ConvertAll(rows.ToArray<bool>(), value => value ? byte.MaxValue : byte.MinValue),
            NPTypeCode.SByte => Array.ConvertAll(rows.ToArray<sbyte>(), value => (byte)(Math.Max(value, (sbyte)0) * 2)),
            NPTypeCode.Int16 => Array.ConvertAll(rows.ToArray<short>(), value => (byte)(Math.Max(value, (short)0) >> 7)),
            NPTypeCode.UInt16 => Array.ConvertAll(rows.ToArray<ushort>(), value => (byte)(value >> 8)),
            NPTypeCode.Int32 => Array.ConvertAll(rows.ToArray<int>(), value => (byte)(Math.Max(value, 0) >> 23)),
            NPTypeCode.UInt32 => Array.ConvertAll(rows.ToArray<uint>(), value => (byte)(value >> 24)),
            NPTypeCode.Int64 => Array.ConvertAll(rows.ToArray<long>(), value => (byte)(Math.Max(value, 0) >> 55)),
            NPTypeCode.UInt64 => Array.ConvertAll(rows.ToArray<ulong>(), value => (byte)(value >> 56)),
            NPTypeCode.Half => Array.ConvertAll(rows.ToArray<Half>(), value => Clip((double)(value * (Half)FloatScale))),
            NPTypeCode.Single => Array.ConvertAll(rows.ToArray<float>(), value => Clip(value * (float)FloatScale)),
            NPTypeCode.Double => Array.ConvertAll(rows.ToArray<double>(), value => Clip(value * FloatScale)),
            _ => throw new ArgumentException($"Images are real numbers or booleans, not {images.dtype.Name}.", nameof(images)),
        };
    }

    /// <summary>Truncated, as a cast does; what is no number becomes 0.</summary>
    private static byte Clip(double value) => double.IsNaN(value) ? (byte)0 : (byte)Math.Clamp(value, byte.MinValue, byte.MaxValue);
}
