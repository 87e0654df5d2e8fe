namespace KerasSharp.Formats.Hdf5;

/// <summary>A group of an HDF5 file: groups and datasets by name.</summary>
/// <remarks>Soft and external links are refused where they are met: a model file needs none, and they can lead anywhere.</remarks>
public sealed class Hdf5Group : Hdf5Object
{
    private readonly Lazy<SortedDictionary<string, Link>> links;

    internal Hdf5Group(Hdf5Input input, GlobalHeap heap, ObjectHeader header)
        : base(input, heap, header) => links = new(ReadLinks);

    /// <summary>The names in it: numbers by their value, then the others in ordinal order.</summary>
    /// <exception cref="FileFormatException">The file is damaged.</exception>
    public IReadOnlyCollection<string> Names => links.Value.Keys;

    /// <summary>The groups in it, in the order of <see cref="Names"/>.</summary>
    /// <exception cref="FileFormatException">The file is damaged, or has a soft or external link here.</exception>
    public IEnumerable<Hdf5Group> Groups => Names.Select(Open).OfType<Hdf5Group>();

    /// <summary>The datasets in it, in the order of <see cref="Names"/>.</summary>
    /// <exception cref="FileFormatException">The file is damaged, or has a soft or external link here.</exception>
    public IEnumerable<Hdf5Dataset> Datasets => Names.Select(Open).OfType<Hdf5Dataset>();

    /// <summary>The object at a path from here, such as <c>dense/kernel:0</c>.</summary>
    /// <exception cref="FileFormatException">There is none, the file is damaged, or a link on the way is soft or external.</exception>
    public Hdf5Object this[string path] => Find(path) ?? throw Error($"there is no '{path}'; there are {Listed()}.");

    /// <summary>The object at a path from here; null where there is none.</summary>
    /// <exception cref="FileFormatException">The file is damaged, or a link on the way is soft or external.</exception>
    public Hdf5Object? Find(string path)
    {
        Hdf5Object? found = this;
        foreach (string name in path.Split('/', StringSplitOptions.RemoveEmptyEntries))
            found = found is Hdf5Group group && group.links.Value.ContainsKey(name) ? group.Open(name) : null;
        return found;
    }

    /// <summary>The group at a path from here; null where there is none.</summary>
    /// <exception cref="FileFormatException">As for <see cref="Find"/>, or it is a dataset.</exception>
    public Hdf5Group? FindGroup(string path) =>
        Find(path) switch
        {
            null => null,
            Hdf5Group group => group,
            var other => throw other.Error("a group was expected, this is a dataset."),
        };

    /// <summary>The dataset at a path from here; null where there is none.</summary>
    /// <exception cref="FileFormatException">As for <see cref="Find"/>, or it is a group.</exception>
    public Hdf5Dataset? FindDataset(string path) =>
        Find(path) switch
        {
            null => null,
            Hdf5Dataset dataset => dataset,
            var other => throw other.Error("a dataset was expected, this is a group."),
        };

    private Hdf5Object Open(string name)
    {
        var link = links.Value[name];
        string path = Path.Length == 0 ? name : $"{Path}/{name}";
        if (link.Kind.Length > 0)
            throw Input.Error(
                $"'{path}'",
                $"a {link.Kind}. Those are not followed, for safety: save the file with the data themselves in it."
            );
        var header = new ObjectHeader(Input, link.Address, path);
        if (LinkReader.IsGroup(header))
            return new Hdf5Group(Input, Heap, header);
        return header.Find(MessageType.Datatype) is not null && header.Find(MessageType.Dataspace) is not null
            ? new Hdf5Dataset(Input, Heap, header)
            : throw Input.Error($"'{path}'", "this is neither a group nor a dataset.");
    }

    private SortedDictionary<string, Link> ReadLinks()
    {
        var sorted = new SortedDictionary<string, Link>(NaturalOrder.Instance);
        foreach (var link in new LinkReader(Input, Header).Read())
            if (!sorted.TryAdd(link.Name, link))
                throw Error($"it has two links '{link.Name}'. The file is damaged.");
        return sorted;
    }

    private string Listed() => Names.Count == 0 ? "none" : string.Join(", ", Names.Take(20).Select(name => $"'{name}'"));
}
