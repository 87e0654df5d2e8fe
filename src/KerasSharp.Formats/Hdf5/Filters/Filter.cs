namespace KerasSharp.Formats.Hdf5;

/// <summary>A step through which chunks went when they were written.</summary>
/// <param name="Id">Its registered number.</param>
/// <param name="Parameters">Its parameters.</param>
internal readonly record struct Filter(int Id, uint[] Parameters)
{
    public const int Deflate = 1;
    public const int Shuffle = 2;
    public const int Fletcher = 3;
    public const int Lzf = 32000;

    /// <summary>Reads a filter message: the filters in the order of writing.</summary>
    public static Filter[] ReadAll(ref Hdf5Cursor cursor)
    {
        byte version = cursor.Version(1, 2, "a filter pipeline");
        var filters = new Filter[cursor.Byte()];
        if (version == 1)
            cursor.Skip(6);
        for (int i = 0; i < filters.Length; i++)
            filters[i] = Read(ref cursor, version);
        return filters;
    }

    private static Filter Read(ref Hdf5Cursor cursor, byte version)
    {
        int id = cursor.UInt16();
        int nameLength = version == 1 || id >= 256 ? cursor.UInt16() : 0;
        cursor.Skip(2);
        int count = cursor.UInt16();
        cursor.Skip(version == 1 ? (nameLength + 7) / 8 * 8 : nameLength);
        var parameters = new uint[count];
        for (int i = 0; i < count; i++)
            parameters[i] = cursor.UInt32();
        if (version == 1 && count % 2 == 1)
            cursor.Skip(4);
        return new Filter(id, parameters);
    }
}
