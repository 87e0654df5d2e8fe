using System.Text;

namespace KerasSharp.Formats.Hdf5;

/// <summary>Collects the attributes of an object, which may be kept in two ways.</summary>
internal sealed class AttributeReader(Hdf5Input input, GlobalHeap heap, ObjectHeader header)
{
    private const int AttributeNameRecords = 8;
    private readonly string place = $"'{header.Path}', attributes";

    /// <summary>All attributes by name.</summary>
    public Dictionary<string, Hdf5Attribute> Read()
    {
        var attributes = new Dictionary<string, Hdf5Attribute>(StringComparer.Ordinal);
        foreach (var message in header.Messages)
            if (message.Type == MessageType.Attribute)
                Add(MessageReader.Resolve(input, message, place), attributes);
            else if (message.Type == MessageType.AttributeInfo)
                AddDense(message, attributes);
        return attributes;
    }

    private void AddDense(HeaderMessage message, Dictionary<string, Hdf5Attribute> attributes)
    {
        var cursor = message.Cursor(input, place);
        cursor.Version(0, 0, "an attribute info message");
        cursor.Skip((cursor.Byte() & 1) != 0 ? 2 : 0);
        long heapAddress = cursor.Address();
        long tree = cursor.Address();
        if (heapAddress == Hdf5Input.Undefined || tree == Hdf5Input.Undefined)
            return;
        var fractal = new FractalHeap(input, heapAddress, header.Path);
        foreach (var record in new BTree2(input, tree, AttributeNameRecords, place).Records())
            Add(fractal.Read(record.AsSpan(0, Math.Min(8, record.Length))), attributes);
    }

    private void Add(Hdf5Cursor cursor, Dictionary<string, Hdf5Attribute> attributes)
    {
        byte version = cursor.Version(1, 3, "an attribute");
        int flags = cursor.Byte();
        int nameSize = cursor.UInt16();
        int typeSize = cursor.UInt16();
        int spaceSize = cursor.UInt16();
        cursor.Skip(version == 3 ? 1 : 0);
        string name = Encoding.UTF8.GetString(Field(ref cursor, nameSize, version).TrimEnd((byte)0));
        string where = $"'{header.Path}', attribute '{name}'";
        var type = MessageReader.Datatype(input, Message(ref cursor, MessageType.Datatype, typeSize, version, flags & 1), where);
        var space = MessageReader.Dataspace(input, Message(ref cursor, MessageType.Dataspace, spaceSize, version, flags & 2), where);
        UInt128 size = (UInt128)space.Count * (UInt128)type.Size;
        var bytes =
            size <= (UInt128)cursor.Remaining
                ? cursor.Take((long)size).ToArray()
                : throw cursor.Error($"attribute '{name}' should have {size} bytes. The file is damaged.");
        attributes[name] = new Hdf5Attribute(name, new ElementData(input, heap, type, space, where), bytes);
    }

    private static HeaderMessage Message(ref Hdf5Cursor cursor, MessageType type, int size, byte version, int shared)
    {
        long address = cursor.Start + cursor.Position;
        return new HeaderMessage(type, shared != 0, Field(ref cursor, size, version).ToArray(), address);
    }

    // Version 1 fills every field up to a multiple of 8 bytes, counted from the field's own start.
    private static ReadOnlySpan<byte> Field(ref Hdf5Cursor cursor, int size, byte version)
    {
        var field = cursor.Take(size);
        cursor.Skip(version == 1 ? (8 - size % 8) % 8 : 0);
        return field;
    }
}
