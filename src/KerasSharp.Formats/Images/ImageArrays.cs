using KerasSharp.Engines;
using NumSharp;

namespace KerasSharp.Formats.Images;

/// <summary>Arrays of decoded images, and bytes of arrays to be encoded.</summary>
internal static unsafe class ImageArrays
{
    /// <summary>An image as an array [height, width, channels].</summary>
    public static NDArray Of(Pixels image, int channels)
    {
        var array = HostMemory.NewArray(typeof(byte), image.Height, image.Width, channels);
        image.CopyTo(new Span<byte>((byte*)array.Unsafe.Address, checked((int)array.size)), channels);
        return array;
    }

    /// <summary>Arrays of one shape as one array with another dimension before.</summary>
    public static NDArray Stack(IReadOnlyList<NDArray> images)
    {
        var array = HostMemory.NewArray(typeof(byte), [images.Count, .. images[0].shape]);
        byte* target = (byte*)array.Unsafe.Address;
        foreach (var image in images)
        {
            Buffer.MemoryCopy((void*)image.Unsafe.Address, target, image.size, image.size);
            target += image.size;
        }
        return array;
    }

    /// <summary>The samples of a uint8 image [height, width] or [height, width, 1, 3 or 4].</summary>
    /// <exception cref="ArgumentException">The array is no such image.</exception>
    public static (byte[] Samples, int Width, int Height, int Channels) Samples(NDArray image)
    {
        int channels = image.ndim == 3 ? (int)image.shape[2] : 1;
        if (image.typecode != NPTypeCode.Byte || image.ndim is not (2 or 3) || channels is not (1 or 3 or 4) || image.size == 0)
            throw new ArgumentException(
                $"expected an image as uint8 [height, width] or [height, width, 1, 3 or 4], not empty; got {image.dtype.Name} [{string.Join(", ", image.shape)}]. "
                    + "Scale floats to 0…255 and convert them with astype(np.uint8)."
            );
        return (np.ascontiguousarray(image).ToArray<byte>(), (int)image.shape[1], (int)image.shape[0], channels);
    }
}
