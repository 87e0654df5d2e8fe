using System.Text;

namespace KerasSharp.Formats.Hdf5;

/// <summary>Types of text, and names within types.</summary>
internal static class StringTypes
{
    /// <summary>Text of a fixed number of bytes.</summary>
    public static ElementType Fixed(int bits, int size)
    {
        string padding = (bits & 15) switch
        {
            0 => "nullterm",
            1 => "nullpad",
            _ => "spacepad",
        };
        string encoding = (bits >> 4 & 15) == 1 ? "utf8" : "ascii";
        return new ElementType($"fixed-{encoding}-{size}-{padding}", size, DType.String) { Padding = (byte)((bits & 15) == 2 ? ' ' : 0) };
    }

    /// <summary>A name that ends with a zero byte, filled up to a multiple of 8 bytes in older files.</summary>
    public static string Name(ref Hdf5Cursor cursor, bool padded)
    {
        int length = cursor.All[cursor.Position..].IndexOf((byte)0);
        if (length < 0)
            throw cursor.Error("a name without an end. The file is damaged.");
        string name = Encoding.UTF8.GetString(cursor.Take(length));
        cursor.Skip(padded ? 8 - length % 8 : 1);
        return name;
    }

    /// <summary>The text of an element of fixed length: what comes before the padding.</summary>
    public static byte[] Trim(ReadOnlySpan<byte> element, ElementType type)
    {
        if (type.Padding != 0)
            return element.TrimEnd(type.Padding).ToArray();
        // h5py and NumPy drop the zeros at the end; older C writers leave rubbish after the first zero.
        bool endsAtZero = type.Name.EndsWith("nullterm", StringComparison.Ordinal);
        int end = endsAtZero ? element.IndexOf((byte)0) : -1;
        return (end >= 0 ? element[..end] : element.TrimEnd((byte)0)).ToArray();
    }
}
