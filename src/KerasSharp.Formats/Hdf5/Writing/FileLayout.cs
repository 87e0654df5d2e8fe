namespace KerasSharp.Formats.Hdf5;

/// <summary>Gives every part of a file its place: texts, then data, then headers, children before their groups.</summary>
internal sealed class FileLayout
{
    private readonly Dictionary<Hdf5ObjectBuilder, byte[][]> attributeData = [];
    private readonly Dictionary<Hdf5DatasetBuilder, long> dataAddresses = [];
    private readonly List<ArrayContent> data = [];
    private readonly List<byte[]> headers = [];

    /// <summary>Lays out a file.</summary>
    /// <param name="root">What it holds.</param>
    /// <param name="start">The first free byte.</param>
    public FileLayout(Hdf5GroupBuilder root, long start)
    {
        Heap = new GlobalHeapEncoder(start);
        EncodeAttributes(root);
        Heap.Finish();
        End = Heap.End;
        PlaceData(root);
        Root = PlaceHeader(root);
    }

    /// <summary>The texts, the first part.</summary>
    public GlobalHeapEncoder Heap { get; }

    /// <summary>The data, the second part, each filled up to a multiple of 8 bytes.</summary>
    public IReadOnlyList<ArrayContent> Data => data;

    /// <summary>The headers, the last part.</summary>
    public IReadOnlyList<byte[]> Headers => headers;

    /// <summary>Where the root group's header is.</summary>
    public long Root { get; }

    /// <summary>The length of the file.</summary>
    public long End { get; private set; }

    private void EncodeAttributes(Hdf5ObjectBuilder item)
    {
        attributeData[item] = [.. item.Attributes.Values.Select(attribute => attribute.Encode(Heap))];
        foreach (var child in ChildrenOf(item))
            EncodeAttributes(child);
    }

    private void PlaceData(Hdf5ObjectBuilder item)
    {
        if (item is Hdf5DatasetBuilder { Content: var content } dataset)
        {
            dataAddresses[dataset] = content.Size == 0 ? Hdf5Encoder.Undefined : End;
            data.Add(content);
            End += (content.Size + 7) / 8 * 8;
        }
        foreach (var child in ChildrenOf(item))
            PlaceData(child);
    }

    private long PlaceHeader(Hdf5ObjectBuilder item)
    {
        var messages = new MessageEncoder();
        if (item is Hdf5DatasetBuilder { Content: var content } dataset)
            messages.AddDataset(content.Type, content.Dims, dataAddresses[dataset], content.Size);
        else
            AddLinks((Hdf5GroupBuilder)item, messages);
        foreach (var ((name, attribute), bytes) in item.Attributes.Zip(attributeData[item]))
            messages.AddAttribute(name, attribute.Type, attribute.Dims, bytes);
        var header = messages.ToHeader();
        headers.Add(header);
        long address = End;
        End += header.Length;
        return address;
    }

    private void AddLinks(Hdf5GroupBuilder group, MessageEncoder messages)
    {
        messages.AddGroup();
        foreach (var (name, child) in group.Children)
            messages.AddLink(name, PlaceHeader(child));
    }

    private static IEnumerable<Hdf5ObjectBuilder> ChildrenOf(Hdf5ObjectBuilder item) =>
        item is Hdf5GroupBuilder group ? group.Children.Values : [];
}
