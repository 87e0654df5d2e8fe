namespace KerasSharp.Formats.Hdf5;

/// <summary>Reads messages that may be kept in another object's header.</summary>
internal static class MessageReader
{
    /// <summary>The type of the elements.</summary>
    public static ElementType Datatype(Hdf5Input input, HeaderMessage message, string place)
    {
        var cursor = Resolve(input, message, place);
        return DatatypeReader.Read(ref cursor);
    }

    /// <summary>The shape.</summary>
    public static Dataspace Dataspace(Hdf5Input input, HeaderMessage message, string place)
    {
        var cursor = Resolve(input, message, place);
        return Hdf5.Dataspace.Read(ref cursor);
    }

    /// <summary>The bytes of a message, fetched from where it really is.</summary>
    public static Hdf5Cursor Resolve(Hdf5Input input, HeaderMessage message, string place)
    {
        if (!message.IsShared)
            return message.Cursor(input, place);
        var cursor = message.Cursor(input, place);
        byte version = cursor.Version(1, 3, "a shared message");
        byte kind = cursor.Byte();
        if (version == 1)
            cursor.Skip(6);
        if (version == 3 && kind != 2)
            throw cursor.Error(
                "a message in the file's shared heap, which this reader does not know. Save the file without shared messages."
            );
        var header = new ObjectHeader(input, cursor.Address(), place);
        return header.Find(message.Type) is { IsShared: false } found
            ? found.Cursor(input, place)
            : throw cursor.Error($"the object meant has no {message.Type} of its own. The file is damaged.");
    }
}
