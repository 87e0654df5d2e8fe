namespace KerasSharp.Formats.Hdf5;

/// <summary>Reads what describes one object (a group, a dataset, a named type): a list of messages, maybe in several blocks.</summary>
internal sealed class ObjectHeader
{
    private readonly Hdf5Input input;
    private readonly List<HeaderMessage> messages = [];
    private readonly Queue<(long Address, long Length)> continuations = [];
    private readonly HashSet<long> seen = [];

    /// <summary>Reads a header.</summary>
    /// <param name="input">The file.</param>
    /// <param name="address">Where it is.</param>
    /// <param name="path">The object's path in the file, for errors.</param>
    public ObjectHeader(Hdf5Input input, long address, string path)
    {
        this.input = input;
        Path = path;
        Address = address;
        Read();
    }

    /// <summary>The object's path in the file.</summary>
    public string Path { get; }

    /// <summary>Where the header is, which identifies the object.</summary>
    public long Address { get; }

    /// <summary>The messages in their order.</summary>
    public IReadOnlyList<HeaderMessage> Messages => messages;

    /// <summary>The first message of a type; null where there is none.</summary>
    public HeaderMessage? Find(MessageType type)
    {
        foreach (var message in messages)
            if (message.Type == type)
                return message;
        return null;
    }

    private string Place => $"'{Path}', object header";

    private void Read()
    {
        var start = input.Block(Address, Math.Min(16, Math.Max(input.Length - Address, 0)), Place);
        bool isNew = start.All.StartsWith("OHDR"u8);
        byte flags = isNew ? ReadNew() : ReadOld(start);
        while (continuations.TryDequeue(out var next))
        {
            // A block that continues itself would be read for ever.
            if (!seen.Add(next.Address))
                throw input.Error(Place, $"the block at byte {next.Address} continues itself. The file is damaged.");
            var block = input.Block(next.Address, next.Length, Place);
            if (isNew)
                ReadChecked(block, flags, "OCHK"u8);
            else
                ReadOldMessages(block);
        }
    }

    private byte ReadOld(Hdf5Cursor start)
    {
        start.Version(1, 1, "an object header");
        start.Skip(7);
        ReadOldMessages(input.Block(Address + 16, start.UInt32(), Place));
        return 0;
    }

    private void ReadOldMessages(Hdf5Cursor block)
    {
        while (block.Remaining >= 8)
        {
            var type = (MessageType)block.UInt16();
            ushort size = block.UInt16();
            byte flags = block.Byte();
            block.Skip(3);
            Add(type, flags, ref block, size);
        }
    }

    private byte ReadNew()
    {
        var start = input.Block(Address, Math.Min(64, input.Length - Address), Place);
        start.Skip(4);
        start.Version(2, 2, "an object header");
        byte flags = start.Byte();
        start.Skip(((flags & 0x20) != 0 ? 16 : 0) + ((flags & 0x10) != 0 ? 4 : 0));
        long size = start.Integer(1 << (flags & 3));
        input.Check(Address, size, Place);
        var block = input.Block(Address, start.Position + size + 4, Place);
        CheckChecksum(block);
        block.Skip(start.Position);
        ReadNewMessages(block.Part(size), flags);
        return flags;
    }

    private void ReadChecked(Hdf5Cursor block, byte flags, ReadOnlySpan<byte> signature)
    {
        CheckChecksum(block);
        block.Signature(signature);
        ReadNewMessages(block.Part(block.Remaining - 4), flags);
    }

    private static void CheckChecksum(Hdf5Cursor block)
    {
        block.Skip(block.Remaining - 4L);
        block.Checksum();
    }

    private void ReadNewMessages(Hdf5Cursor block, byte headerFlags)
    {
        int prefix = (headerFlags & 4) != 0 ? 6 : 4;
        while (block.Remaining >= prefix)
        {
            var type = (MessageType)block.Byte();
            ushort size = block.UInt16();
            byte flags = block.Byte();
            block.Skip(prefix - 4);
            Add(type, flags, ref block, size);
        }
    }

    private void Add(MessageType type, byte flags, ref Hdf5Cursor block, ushort size)
    {
        var body = block.Part(size);
        if (type == MessageType.Continuation)
            continuations.Enqueue((body.Address(), body.Length()));
        else
            messages.Add(new HeaderMessage(type, (flags & 2) != 0, body.All.ToArray(), body.Start));
    }
}
