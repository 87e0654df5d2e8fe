namespace KerasSharp.Formats.Npy;

/// <summary>Reads and writes npy files: one NumPy array each, what <c>np.save</c> writes and <c>np.load</c> reads.</summary>
public static class NpyFile
{
    /// <summary>Loads a whole file straight into the memory of the result, also one of more than 2 GB.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="FileFormatException">No npy file, a damaged one, or one of objects or of structures.</exception>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public static NpyArray Load(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        // Elements are read in large pieces; the buffer serves the header only.
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 512);
        return Load(stream, path);
    }

    /// <summary>Loads one array from a stream and leaves the stream behind it, where the next array may begin.</summary>
    /// <param name="stream">A stream that knows its length, at the start of an array.</param>
    /// <param name="name">What errors call the stream.</param>
    /// <exception cref="FileFormatException">No npy file, a damaged one, or one of objects or of structures.</exception>
    /// <exception cref="ArgumentException">The stream cannot seek.</exception>
    public static NpyArray Load(Stream stream, string name = "stream")
    {
        ArgumentNullException.ThrowIfNull(stream);
        if (!stream.CanSeek)
            throw new ArgumentException("The stream must know its length: copy it into a MemoryStream or a file first.", nameof(stream));
        return NpyReader.Read(stream, stream.Length - stream.Position, new NpySource(name));
    }

    /// <summary>Writes an array as NumPy would write it in row order. The file appears whole or not at all.</summary>
    /// <param name="path">The file; one of that name is replaced.</param>
    /// <param name="array">A NumSharp array, or any <see cref="NpyArray"/>.</param>
    public static void Save(string path, NpyArray array)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(array);
        AtomicFile.Write(path, array.ByteCount, stream => Save(stream, array));
    }

    /// <summary>Writes an array to a stream.</summary>
    /// <param name="stream">Where it goes.</param>
    /// <param name="array">A NumSharp array, or any <see cref="NpyArray"/>.</param>
    public static void Save(Stream stream, NpyArray array)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(array);
        stream.Write(array.Header.ToBytes());
        array.ForEach((part, _) => stream.Write(part));
    }
}
