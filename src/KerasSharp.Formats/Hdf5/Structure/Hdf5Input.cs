namespace KerasSharp.Formats.Hdf5;

/// <summary>A file that is being read: its bytes, its name for errors, and the sizes that its superblock sets.</summary>
/// <remarks>Every block is checked against the file's length before memory is taken for it, so no declared size can ask for more than the file holds.</remarks>
internal sealed class Hdf5Input(ByteSource source, string file)
{
    /// <summary>What <see cref="Hdf5Cursor.Address"/> gives for "not stored".</summary>
    public const long Undefined = -1;

    /// <summary>The file's name in errors.</summary>
    public string File => file;

    /// <summary>The bytes of an address.</summary>
    public int AddressSize { get; set; } = 8;

    /// <summary>The bytes of a length.</summary>
    public int LengthSize { get; set; } = 8;

    /// <summary>Where address 0 is; not 0 where other data precede the HDF5 part.</summary>
    public long BaseAddress { get; set; }

    /// <summary>How many bytes can be addressed.</summary>
    public long Length => source.Length - BaseAddress;

    /// <summary>An error of this file.</summary>
    public FileFormatException Error(string place, string problem, Exception? inner = null) => new(file, place, problem, inner);

    /// <summary>Reads a block that must lie within the file.</summary>
    /// <param name="address">Where it begins.</param>
    /// <param name="length">Its length in bytes.</param>
    /// <param name="place">What it is, for errors.</param>
    public Hdf5Cursor Block(long address, long length, string place)
    {
        Check(address, length, place);
        if (length > Array.MaxLength)
            throw Error(place, $"a block of {length} bytes is more than one array holds.");
        var bytes = new byte[length];
        source.Read(BaseAddress + address, bytes);
        return new Hdf5Cursor(this, bytes, address, place);
    }

    /// <summary>Reads data that must lie within the file into memory that is there already.</summary>
    public void Read(long address, Span<byte> target, string place)
    {
        Check(address, target.Length, place);
        source.Read(BaseAddress + address, target);
    }

    /// <summary>Makes sure that a range lies within the file.</summary>
    public void Check(long address, long length, string place)
    {
        if (address < 0 || length < 0 || address > Length - length)
            throw Error(
                place,
                $"{length} bytes at {Described(address)} are wanted, but the file has {Length} bytes. It is damaged or cut off: get it again."
            );
    }

    private static string Described(long address) => address == Undefined ? "no address" : $"byte {address}";
}
