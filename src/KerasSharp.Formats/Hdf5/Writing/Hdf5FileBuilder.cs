namespace KerasSharp.Formats.Hdf5;

/// <summary>An HDF5 file that will be written: put in what it shall hold, then write it in one go.</summary>
/// <remarks>Arrays go from their memory to the file without a copy, and may have any size. Files can be read by HDF5 1.8 and later.</remarks>
/// <example><code>
/// var file = new Hdf5FileBuilder();
/// file.Root.Add("train/x", x).SetAttribute("unit", "metre");
/// file.Write("data.h5");
/// </code></example>
public sealed class Hdf5FileBuilder
{
    private const int SuperblockSize = 48;

    private static ReadOnlySpan<byte> Padding => [0, 0, 0, 0, 0, 0, 0];

    /// <summary>The group that everything is in.</summary>
    public Hdf5GroupBuilder Root { get; } = new();

    /// <summary>Writes the file, which is there whole or not at all.</summary>
    /// <param name="path">Its path; a file there is replaced, folders are made.</param>
    /// <exception cref="ArgumentException">An attribute is too long for HDF5.</exception>
    public void Write(string path)
    {
        var layout = Layout();
        AtomicFile.Write(path, layout.End, stream => Write(layout, stream));
    }

    /// <summary>Writes the file to a stream, from front to back.</summary>
    /// <param name="stream">Where to; it need not be able to seek.</param>
    /// <exception cref="ArgumentException">An attribute is too long for HDF5.</exception>
    public void Write(Stream stream) => Write(Layout(), stream);

    /// <summary>Everything but the data is made before anything is written: an error leaves no half file.</summary>
    internal FileLayout Layout() => new(Root, SuperblockSize);

    /// <summary>Writes a file as it was laid out.</summary>
    internal static void Write(FileLayout layout, Stream stream)
    {
        stream.Write(Superblock(layout));
        layout.Heap.Write(stream);
        foreach (var content in layout.Data)
        {
            content.Write(stream);
            stream.Write(Padding[..(int)((8 - content.Size % 8) % 8)]);
        }
        foreach (var header in layout.Headers)
            stream.Write(header);
    }

    private static byte[] Superblock(FileLayout layout) =>
        new Hdf5Encoder()
            .Bytes(Hdf5.Superblock.Signature)
            .Byte(2)
            .Byte(8)
            .Byte(8)
            .Byte(0)
            .Int64(0)
            .Int64(Hdf5Encoder.Undefined)
            .Int64(layout.End)
            .Int64(layout.Root)
            .Checksum()
            .ToArray();
}
