using System.Globalization;
using System.Text.RegularExpressions;
using NumSharp;

namespace KerasSharp.Formats.Npy;

/// <summary>An element type as NumPy writes it, such as <c>&lt;f4</c>: byte order, kind, size, and the unit of a time.</summary>
internal sealed partial record NpyType
{
    /// <summary>What a type means to a reader.</summary>
    private const string Supported =
        "bool (b1), integers (i, u), floats (f2, f4, f8, f16), complex (c8, c16, c32), strings (U, S), times (M8, m8) and raw bytes (V)";

    private NpyType(char order, char kind, int itemSize, string unit) => (Order, Kind, ItemSize, Unit) = (order, kind, itemSize, unit);

    /// <summary><c>&lt;</c> little-endian, <c>&gt;</c> big-endian, <c>|</c> where order means nothing.</summary>
    public char Order { get; }

    /// <summary>NumPy's letter: b, i, u, f, c, m, M, S, U or V.</summary>
    public char Kind { get; }

    /// <summary>The bytes of an element.</summary>
    public int ItemSize { get; }

    /// <summary>The unit of a time, such as <c>[ns]</c>, else empty.</summary>
    public string Unit { get; }

    /// <summary>The bytes of one number of an element: half a complex one, one character of a string.</summary>
    public int NumberSize =>
        Kind switch
        {
            'c' => ItemSize / 2,
            'U' => 4,
            'S' or 'V' => 1,
            _ => ItemSize,
        };

    /// <summary>As NumPy writes it.</summary>
    public string Descr => $"{Order}{Kind}{(Kind == 'U' ? ItemSize / 4 : ItemSize).ToString(CultureInfo.InvariantCulture)}{Unit}";

    /// <summary>True for the two bytes that NumPy writes where ml_dtypes has bfloat16; plain raw bytes have the order <c>|</c>.</summary>
    public bool IsBFloat16 => this is { Order: '<', Kind: 'V', ItemSize: 2 };

    /// <summary>The type of a NumSharp array of the same bytes; null where there is none.</summary>
    public NPTypeCode? ArrayType =>
        (Kind, ItemSize) switch
        {
            ('b', 1) => NPTypeCode.Boolean,
            ('i', 1) => NPTypeCode.SByte,
            ('i', 2) => NPTypeCode.Int16,
            ('i', 4) => NPTypeCode.Int32,
            ('i', 8) or ('m', 8) or ('M', 8) => NPTypeCode.Int64,
            ('u', 1) => NPTypeCode.Byte,
            ('u', 2) => NPTypeCode.UInt16,
            ('u', 4) => NPTypeCode.UInt32,
            ('u', 8) => NPTypeCode.UInt64,
            ('f', 2) => NPTypeCode.Half,
            ('f', 4) => NPTypeCode.Single,
            ('f', 8) => NPTypeCode.Double,
            ('c', 16) => NPTypeCode.Complex,
            _ => null,
        };

    /// <summary>This type in the machine's order.</summary>
    public NpyType LittleEndian => Order == '>' ? new NpyType('<', Kind, ItemSize, Unit) : this;

    /// <summary>Reads a description.</summary>
    /// <exception cref="FormatException">It is none that can be read; the message says why.</exception>
    public static NpyType Parse(string descr)
    {
        if (descr is "O" or "|O" or "|O8" or "|O4")
            throw new FormatException(
                "an object array is a Python pickle, and reading one runs code of whoever wrote the file, so it is refused. "
                    + "In Python save numbers or strings instead: pad ragged lists to one length, or save each under a name of its own with np.savez"
            );
        var match = Pattern().Match(descr);
        var kind = match.Success ? match.Groups["kind"].Value[0] : ' ';
        if (!match.Success || !int.TryParse(match.Groups["size"].Value, out var size) || !IsSize(kind, size))
            throw new FormatException($"expected a type that can be read, {Supported}; got '{descr}'");
        var itemSize = kind == 'U' ? size * 4 : size;
        return new NpyType(OrderOf(match.Groups["order"].Value, kind, itemSize), kind, itemSize, match.Groups["unit"].Value);
    }

    /// <summary>The type of a NumSharp array's elements.</summary>
    /// <exception cref="NotSupportedException">NumPy has no such type.</exception>
    public static NpyType Of(NDArray array) =>
        array.typecode switch
        {
            NPTypeCode.Boolean => Parse("|b1"),
            NPTypeCode.SByte => Parse("|i1"),
            NPTypeCode.Int16 => Parse("<i2"),
            NPTypeCode.Int32 => Parse("<i4"),
            NPTypeCode.Int64 => Parse("<i8"),
            NPTypeCode.Byte => Parse("|u1"),
            NPTypeCode.UInt16 => Parse("<u2"),
            NPTypeCode.UInt32 => Parse("<u4"),
            NPTypeCode.UInt64 => Parse("<u8"),
            NPTypeCode.Half => Parse("<f2"),
            NPTypeCode.Single => Parse("<f4"),
            NPTypeCode.Double => Parse("<f8"),
            NPTypeCode.Complex => Parse("<c16"),
            var other => throw new NotSupportedException(
                $"NumPy has no arrays of {other}. Convert the array first, for example with astype(np.float64)."
            ),
        };

    private static char OrderOf(string written, char kind, int itemSize) =>
        kind switch
        {
            'S' or 'b' => '|',
            'V' => written == "<" ? '<' : '|',
            'i' or 'u' when itemSize == 1 => '|',
            _ => written == ">" ? '>' : '<',
        };

    private static bool IsSize(char kind, int size) =>
        kind switch
        {
            'b' => size == 1,
            'i' or 'u' => size is 1 or 2 or 4 or 8,
            'f' => size is 2 or 4 or 8 or 16,
            'c' => size is 8 or 16 or 32,
            'm' or 'M' => size == 8,
            'U' => size <= int.MaxValue / 4,
            _ => true,
        };

    [GeneratedRegex(@"\A(?<order>[<>|=]?)(?<kind>[biufcSUV]|[mM](?=8))(?<size>[0-9]{1,10})(?<unit>(?<=[mM]8)\[[0-9A-Za-z/]{1,20}\])?\z")]
    private static partial Regex Pattern();
}
