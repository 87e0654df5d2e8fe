namespace KerasSharp.Formats.Hdf5;

/// <summary>A name in a group.</summary>
/// <param name="Name">The name.</param>
/// <param name="Address">Where the object's header is; <see cref="Hdf5Input.Undefined"/> for a link that is not hard.</param>
/// <param name="Kind">Nothing for a hard link, else what it is: <c>soft link</c>, <c>external link</c>.</param>
internal readonly record struct Link(string Name, long Address, string Kind = "")
{
    /// <summary>Reads a link message.</summary>
    public static Link Read(ref Hdf5Cursor cursor)
    {
        cursor.Version(1, 1, "a link");
        byte flags = cursor.Byte();
        int type = (flags & 8) != 0 ? cursor.Byte() : 0;
        cursor.Skip(((flags & 4) != 0 ? 8 : 0) + ((flags & 16) != 0 ? 1 : 0));
        long length = cursor.Integer(1 << (flags & 3));
        string name = System.Text.Encoding.UTF8.GetString(cursor.Take(length));
        return type switch
        {
            0 => new Link(name, cursor.Address()),
            1 => new Link(name, Hdf5Input.Undefined, "soft link"),
            64 => new Link(name, Hdf5Input.Undefined, "external link"),
            _ => new Link(name, Hdf5Input.Undefined, $"link of type {type}"),
        };
    }
}
