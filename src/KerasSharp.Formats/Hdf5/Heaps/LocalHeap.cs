using System.Text;

namespace KerasSharp.Formats.Hdf5;

/// <summary>The names of the links of an old-style group.</summary>
internal sealed class LocalHeap
{
    private readonly Hdf5Input input;
    private readonly string place;
    private readonly byte[] names;

    /// <summary>Reads the heap.</summary>
    public LocalHeap(Hdf5Input input, long address, string path)
    {
        (this.input, place) = (input, $"'{path}', local heap");
        var cursor = input.Block(address, 8 + 2L * input.LengthSize + input.AddressSize, place);
        cursor.Signature("HEAP"u8);
        cursor.Skip(4);
        long length = cursor.Length();
        cursor.Skip(input.LengthSize);
        names = input.Block(cursor.Address(), length, place).All.ToArray();
    }

    /// <summary>The name at an offset.</summary>
    public string Name(long offset)
    {
        int end = offset >= 0 && offset < names.Length ? names.AsSpan((int)offset).IndexOf((byte)0) : -1;
        return end >= 0
            ? Encoding.UTF8.GetString(names, (int)offset, end)
            : throw input.Error(place, $"no name at {offset} of {names.Length}. The file is damaged.");
    }
}
