using System.Globalization;

namespace KerasSharp.Testing;

/// <summary>NumPy's description of an element, such as <c>&lt;f4</c>, taken apart.</summary>
/// <param name="Name">The type without its byte order, <c>f4</c>; <c>U</c> and <c>S</c> without their length.</param>
/// <param name="Size">Bytes an element.</param>
/// <param name="SwapUnit">Bytes whose order is reversed together; 1 where the data are little-endian already.</param>
internal readonly record struct NpyType(string Name, int Size, int SwapUnit)
{
    private static readonly HashSet<string> Known = ["b1", "i1", "i2", "i4", "i8", "u1", "u2", "u4", "u8", "f2", "f4", "f8", "c8", "c16"];

    public bool IsString => Name is "U" or "S";

    public static NpyType Parse(string description)
    {
        char order = description[0];
        string name = order is '<' or '>' or '|' or '=' ? description[1..] : description;
        if (!int.TryParse(name[1..], NumberStyles.None, CultureInfo.InvariantCulture, out int number))
            throw Unknown(description);
        char kind = name[0];
        int size = kind == 'U' ? 4 * number : number;
        int unit = kind switch
        {
            'U' => 4,
            'S' => 1,
            'c' => size / 2,
            _ => size,
        };
        if (kind is not ('U' or 'S') && !Known.Contains(name))
            throw Unknown(description);
        return new NpyType(kind is 'U' or 'S' ? kind.ToString() : name, size, order == '>' ? unit : 1);
    }

    private static NotSupportedException Unknown(string description) =>
        new($"The element type '{description}' is not one this reader has: {string.Join(", ", Known)}, S and U.");
}
