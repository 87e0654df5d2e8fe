namespace KerasSharp.Formats.Hdf5;

/// <summary>Reads what stands where nothing was written.</summary>
internal static class FillValue
{
    /// <summary>The bytes of one element; empty for zeros.</summary>
    public static byte[] Read(Hdf5Input input, ObjectHeader header, string place)
    {
        if (header.Find(MessageType.FillValue) is { } message)
        {
            var cursor = MessageReader.Resolve(input, message, place);
            return ReadNew(ref cursor);
        }
        if (header.Find(MessageType.OldFillValue) is not { } old)
            return [];
        var oldCursor = MessageReader.Resolve(input, old, place);
        return oldCursor.Take(oldCursor.UInt32()).ToArray();
    }

    private static byte[] ReadNew(ref Hdf5Cursor cursor)
    {
        byte version = cursor.Version(1, 3, "a fill value");
        if (version == 3)
            return (cursor.Byte() & 32) != 0 ? cursor.Take(cursor.UInt32()).ToArray() : [];
        cursor.Skip(2);
        bool isDefined = cursor.Byte() != 0;
        return version == 1 || isDefined ? cursor.Take(cursor.UInt32()).ToArray() : [];
    }
}
