namespace KerasSharp.Formats.Hdf5;

/// <summary>An HDF5 file open for reading.</summary>
/// <remarks>Nothing but the structure is read before it is asked for. Safe for several threads.</remarks>
/// <example><code>
/// using var file = Hdf5File.Open("data.h5");
/// NDArray x = file.Root.FindDataset("train/x")!.Read();
/// </code></example>
public sealed class Hdf5File : IDisposable
{
    private readonly ByteSource source;

    private Hdf5File(ByteSource source, Hdf5Group root) => (this.source, Root) = (source, root);

    /// <summary>The group that everything is in.</summary>
    public Hdf5Group Root { get; }

    /// <summary>Opens a file.</summary>
    /// <param name="path">Its path.</param>
    /// <exception cref="FileFormatException">It is no HDF5 file, or a damaged one.</exception>
    /// <exception cref="IOException">It cannot be opened.</exception>
    public static Hdf5File Open(string path) => Open(new FileSource(path), path);

    /// <summary>Opens bytes, which are closed with the file.</summary>
    internal static Hdf5File Open(ByteSource source, string name)
    {
        try
        {
            var input = new Hdf5Input(source, name);
            long root = Superblock.Read(input, source);
            return new Hdf5File(source, new Hdf5Group(input, new GlobalHeap(input), new ObjectHeader(input, root, "")));
        }
        catch
        {
            source.Dispose();
            throw;
        }
    }

    /// <summary>Closes the file; arrays read from it stay.</summary>
    public void Dispose() => source.Dispose();
}
