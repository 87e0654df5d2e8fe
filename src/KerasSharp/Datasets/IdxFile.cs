using KerasSharp.Datasets.Idx;
using NumSharp;

namespace KerasSharp.Datasets;

/// <summary>Reads files in the idx format, the form in which MNIST and its relatives are published.</summary>
public static class IdxFile
{
    /// <summary>Loads a whole idx file, compressed with gzip or not.</summary>
    /// <param name="path">The file, for example <c>train-images-idx3-ubyte.gz</c>.</param>
    /// <returns>
    /// An array of the shape and element type that the file declares: uint8, int8, int16, int32, float32 or float64.
    /// </returns>
    /// <exception cref="InvalidDataException">
    /// The file is not in the idx format, is truncated, or holds less or more than its header declares. The message names
    /// the file, the place, what was expected and what was found.
    /// </exception>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public static NDArray Load(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return IdxReader.ReadFile(path).ToArray();
    }
}
