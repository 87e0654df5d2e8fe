namespace KerasSharp.Formats.Hdf5;

/// <summary>Collects the links of a group, which may be kept in three ways.</summary>
internal sealed class LinkReader(Hdf5Input input, ObjectHeader header)
{
    private const int LinkNameRecords = 5;
    private readonly string place = $"'{header.Path}', links";

    /// <summary>Whether the object is a group.</summary>
    public static bool IsGroup(ObjectHeader header) =>
        header.Find(MessageType.SymbolTable) is not null
        || header.Find(MessageType.LinkInfo) is not null
        || header.Find(MessageType.Link) is not null;

    /// <summary>All links in the order that the file has.</summary>
    public IEnumerable<Link> Read()
    {
        var links = new List<Link>();
        foreach (var message in header.Messages)
            switch (message.Type)
            {
                case MessageType.Link:
                    var cursor = message.Cursor(input, place);
                    links.Add(Link.Read(ref cursor));
                    break;
                case MessageType.LinkInfo:
                    AddDense(message, links);
                    break;
                case MessageType.SymbolTable:
                    AddOld(message, links);
                    break;
            }
        return links;
    }

    private void AddDense(HeaderMessage message, List<Link> links)
    {
        var cursor = message.Cursor(input, place);
        cursor.Version(0, 0, "a link info message");
        cursor.Skip((cursor.Byte() & 1) != 0 ? 8 : 0);
        long heapAddress = cursor.Address();
        long tree = cursor.Address();
        if (heapAddress == Hdf5Input.Undefined || tree == Hdf5Input.Undefined)
            return;
        var heap = new FractalHeap(input, heapAddress, header.Path);
        foreach (var record in new BTree2(input, tree, LinkNameRecords, place).Records())
        {
            var body = heap.Read(record.AsSpan(Math.Min(4, record.Length)));
            links.Add(Link.Read(ref body));
        }
    }

    private void AddOld(HeaderMessage message, List<Link> links)
    {
        var cursor = message.Cursor(input, place);
        long tree = cursor.Address();
        var heap = new LocalHeap(input, cursor.Address(), header.Path);
        foreach (var (_, node) in new BTree1(input, 0, input.LengthSize, place).Leaves(tree))
            AddSymbols(node, heap, links);
    }

    private void AddSymbols(long address, LocalHeap heap, List<Link> links)
    {
        var head = input.Block(address, 8, place);
        head.Signature("SNOD"u8);
        head.Skip(2);
        int count = head.UInt16();
        var block = input.Block(address + 8, count * (2L * input.AddressSize + 24), place);
        for (int i = 0; i < count; i++)
        {
            string name = heap.Name(block.Address());
            long target = block.Address();
            // A cached type of 2 marks a soft link, whose path is in the heap.
            bool isSoft = block.UInt32() == 2;
            block.Skip(20);
            links.Add(isSoft ? new Link(name, Hdf5Input.Undefined, "soft link") : new Link(name, target));
        }
    }
}
