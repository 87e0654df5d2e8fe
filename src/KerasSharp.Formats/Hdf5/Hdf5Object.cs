namespace KerasSharp.Formats.Hdf5;

/// <summary>A group or a dataset of an HDF5 file.</summary>
public abstract class Hdf5Object
{
    private readonly Lazy<Dictionary<string, Hdf5Attribute>> attributes;

    private protected Hdf5Object(Hdf5Input input, GlobalHeap heap, ObjectHeader header)
    {
        (Input, Heap, Header) = (input, heap, header);
        attributes = new(() => new AttributeReader(input, heap, header).Read());
    }

    /// <summary>The path in the file, <c>model_weights/dense</c>; empty for the root.</summary>
    public string Path => Header.Path;

    /// <summary>The last part of the path.</summary>
    public string Name => Path[(Path.LastIndexOf('/') + 1)..];

    /// <summary>The attributes by name.</summary>
    /// <exception cref="FileFormatException">The file is damaged.</exception>
    public IReadOnlyDictionary<string, Hdf5Attribute> Attributes => attributes.Value;

    private protected Hdf5Input Input { get; }

    private protected GlobalHeap Heap { get; }

    internal ObjectHeader Header { get; }

    /// <summary>An error about this object.</summary>
    internal FileFormatException Error(string problem) => Input.Error(Path.Length == 0 ? "root group" : $"'{Path}'", problem);
}
