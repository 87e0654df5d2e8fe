namespace KerasSharp.Formats.Hdf5;

/// <summary>Reads a datatype message.</summary>
internal static class DatatypeReader
{
    // Types within types are read by recursion; no type of Keras's world is deeper than three.
    private const int MostDepth = 16;

    /// <summary>Reads a datatype.</summary>
    public static ElementType Read(ref Hdf5Cursor cursor) => Read(ref cursor, 0);

    private static ElementType Read(ref Hdf5Cursor cursor, int depth)
    {
        if (depth > MostDepth)
            throw cursor.Error($"types are nested more than {MostDepth} deep. The file is damaged.");
        byte first = cursor.Byte();
        int version = first >> 4;
        int bits = (int)cursor.Integer(3);
        uint size = cursor.UInt32();
        if (size is 0 or > int.MaxValue)
            throw cursor.Error($"a type whose elements have {size} bytes. The file is damaged.");
        return (first & 15) switch
        {
            0 => NumberTypes.Integer(ref cursor, bits, (int)size),
            1 => NumberTypes.Float(ref cursor, bits, (int)size),
            3 => StringTypes.Fixed(bits, (int)size),
            5 => Opaque(ref cursor, bits, (int)size),
            6 => Compound(ref cursor, bits, (int)size, version, depth),
            8 => Enumeration(ref cursor, bits, version, depth),
            9 => Variable(ref cursor, bits, (int)size, depth),
            10 => Array(ref cursor, (int)size, version, depth),
            var other => new ElementType($"type class {other}", (int)size, null),
        };
    }

    private static ElementType Opaque(ref Hdf5Cursor cursor, int bits, int size)
    {
        cursor.Skip(bits & 0xFF);
        return new ElementType($"|V{size}", size, null);
    }

    private static ElementType Enumeration(ref Hdf5Cursor cursor, int bits, int version, int depth)
    {
        var basis = Read(ref cursor, depth + 1);
        int count = bits & 0xFFFF;
        var names = new List<string>();
        for (int i = 0; i < count; i++)
            names.Add(StringTypes.Name(ref cursor, version < 3));
        cursor.Skip((long)count * basis.Size);
        // h5py's booleans: one byte, FALSE and TRUE.
        return basis.Size == 1 && names.Count == 2 && names.Contains("FALSE") && names.Contains("TRUE")
            ? basis.As("|b1", DType.Bool)
            : basis.As($"enum {basis.Name}", basis.DType);
    }

    private static ElementType Compound(ref Hdf5Cursor cursor, int bits, int size, int version, int depth)
    {
        var members = new List<(string Name, long Offset, ElementType Type)>();
        int offsetSize =
            version < 3 ? 4
            : size < 1 << 8 ? 1
            : size < 1 << 16 ? 2
            : size < 1 << 24 ? 3
            : 4;
        for (int i = 0; i < (bits & 0xFFFF); i++)
        {
            string name = StringTypes.Name(ref cursor, version < 3);
            long offset = cursor.Integer(offsetSize);
            if (version == 1)
                cursor.Skip(28);
            members.Add((name, offset, Read(ref cursor, depth + 1)));
        }
        // How h5py keeps complex numbers: two equal floats r and i.
        return
            members is [("r", 0, var real), ("i", var at, var imaginary)] && real == imaginary && at == real.Size && size == 2 * real.Size
            ? NumberTypes.Complex(real, size)
            : new ElementType("compound", size, null);
    }

    private static ElementType Variable(ref Hdf5Cursor cursor, int bits, int size, int depth)
    {
        var basis = Read(ref cursor, depth + 1);
        return (bits & 15) == 1
            ? new ElementType((bits >> 8 & 15) == 1 ? "vlen-utf8" : "vlen-ascii", size, DType.String) { IsVariable = true }
            : new ElementType($"vlen {basis.Name}", size, null);
    }

    private static ElementType Array(ref Hdf5Cursor cursor, int size, int version, int depth)
    {
        int rank = cursor.Byte();
        cursor.Skip(version < 3 ? 3 + 8L * rank : 4L * rank);
        return new ElementType($"array of {Read(ref cursor, depth + 1).Name}", size, null);
    }
}
