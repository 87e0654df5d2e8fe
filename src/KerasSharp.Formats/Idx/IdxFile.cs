using System.IO.Compression;
using NumSharp;

namespace KerasSharp.Formats.Idx;

/// <summary>Reads and writes files in the idx format, the form in which MNIST and its relatives are published.</summary>
public static class IdxFile
{
    /// <summary>Loads a whole idx file, compressed with gzip or not.</summary>
    /// <param name="path">The file, for example <c>train-images-idx3-ubyte.gz</c>.</param>
    /// <returns>
    /// An array of the shape and element type that the file declares: uint8, int8, int16, int32, float32 or float64.
    /// </returns>
    /// <exception cref="FileFormatException">
    /// The file is not in the idx format, is truncated, or holds less or more than its header declares. The message names
    /// the file, the place, what was expected and what was found.
    /// </exception>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public static NDArray Load(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return IdxReader.ReadFile(path).ToArray();
    }

    /// <summary>Writes an idx file, compressed with gzip where the name ends with <c>.gz</c>. The file appears whole or not at all.</summary>
    /// <param name="path">The file, for example <c>train-images-idx3-ubyte.gz</c>; one of that name is replaced.</param>
    /// <param name="array">An array of uint8, int8, int16, int32, float32 or float64, at most 255 axes.</param>
    /// <exception cref="NotSupportedException">The format has no such elements, or not so many axes.</exception>
    public static void Save(string path, NDArray array)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(array);
        AtomicFile.Write(
            path,
            (Stream stream) => Write(stream, array, compressed: path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase))
        );
    }

    private static void Write(Stream stream, NDArray array, bool compressed)
    {
        if (!compressed)
        {
            IdxWriter.Write(stream, array);
            return;
        }

        using var packed = new GZipStream(stream, CompressionLevel.Optimal, leaveOpen: true);
        IdxWriter.Write(packed, array);
    }
}
