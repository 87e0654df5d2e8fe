namespace KerasSharp.Formats.Hdf5;

/// <summary>The beginning of a file: finds the root group and sets the sizes of addresses and lengths.</summary>
internal static class Superblock
{
    private const string Place = "superblock";

    /// <summary>The eight bytes that every HDF5 file has at byte 0, 512, 1024, 2048, ….</summary>
    public static ReadOnlySpan<byte> Signature => [0x89, (byte)'H', (byte)'D', (byte)'F', (byte)'\r', (byte)'\n', 0x1A, (byte)'\n'];

    /// <summary>Where the signature is; -1 where there is none.</summary>
    public static long Find(ByteSource source)
    {
        Span<byte> found = stackalloc byte[8];
        for (long at = 0; at <= source.Length - found.Length; at = at == 0 ? 512 : at * 2)
        {
            source.Read(at, found);
            if (found.SequenceEqual(Signature))
                return at;
        }
        return -1;
    }

    /// <summary>Reads the superblock.</summary>
    /// <returns>The address of the root group's object header.</returns>
    public static long Read(Hdf5Input input, ByteSource source)
    {
        input.BaseAddress = Find(source);
        if (input.BaseAddress < 0)
        {
            input.BaseAddress = 0;
            throw input.Error(
                "",
                source.Length == 0 ? "the file is empty; an HDF5 file was expected." : "this is not an HDF5 file: its signature is missing."
            );
        }
        var cursor = input.Block(0, Math.Min(input.Length, 128), Place);
        cursor.Skip(Signature.Length);
        byte version = cursor.Version(0, 3, "a superblock");
        return version < 2 ? ReadOld(input, ref cursor, version) : ReadNew(input, ref cursor);
    }

    private static long ReadOld(Hdf5Input input, ref Hdf5Cursor cursor, byte version)
    {
        cursor.Skip(4);
        ReadSizes(input, ref cursor);
        cursor.Skip(version == 0 ? 9 : 13);
        cursor.Skip(2L * input.AddressSize);
        CheckEnd(input, ref cursor);
        cursor.Skip(2L * input.AddressSize);
        return cursor.Address();
    }

    private static long ReadNew(Hdf5Input input, ref Hdf5Cursor cursor)
    {
        ReadSizes(input, ref cursor);
        cursor.Skip(1);
        cursor.Skip(2L * input.AddressSize);
        CheckEnd(input, ref cursor);
        long root = cursor.Address();
        cursor.Checksum();
        return root;
    }

    private static void ReadSizes(Hdf5Input input, ref Hdf5Cursor cursor)
    {
        (input.AddressSize, input.LengthSize) = (cursor.Byte(), cursor.Byte());
        if (input.AddressSize is not (2 or 4 or 8) || input.LengthSize is not (2 or 4 or 8))
            throw cursor.Error(
                $"addresses of {input.AddressSize} and lengths of {input.LengthSize} bytes; 2, 4 and 8 are known. The file is damaged."
            );
    }

    private static void CheckEnd(Hdf5Input input, ref Hdf5Cursor cursor)
    {
        long end = cursor.Address();
        if (end > input.Length + input.BaseAddress)
            throw cursor.Error($"the file should have {end} bytes, it has {input.Length}. It is cut off: get it again.");
    }
}
