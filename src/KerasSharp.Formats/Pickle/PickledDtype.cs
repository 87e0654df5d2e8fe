using System.Globalization;

namespace KerasSharp.Formats.Pickle;

/// <summary>The type of an array's elements as NumPy describes it.</summary>
internal sealed class PickledDtype : IPickledState
{
    private char order;
    private bool isBuilt;

    /// <summary>A type of a description such as <c>u1</c> or <c>&lt;f4</c>; a state with the byte order may follow.</summary>
    public PickledDtype(string description, PickleReader reader)
    {
        order = description.Length > 0 && description[0] is '<' or '>' or '|' or '=' ? description[0] : '<';
        string name = description.TrimStart('<', '>', '|', '=');
        Kind = name.Length > 0 ? name[0] : throw Unknown(description, reader);
        if (!int.TryParse(name.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out int number) && name.Length > 1)
            throw Unknown(description, reader);
        ItemSize = Kind == 'U' ? checked(number * 4L) : number;
        Name = name;
        if (DType is null && Kind is not ('S' or 'U' or 'O'))
            throw Unknown(description, reader);
    }

    /// <summary>The description without its byte order.</summary>
    public string Name { get; }

    /// <summary>NumPy's letter of the kind: b, i, u, f, c, S, U or O.</summary>
    public char Kind { get; }

    /// <summary>Bytes an element.</summary>
    public long ItemSize { get; }

    /// <summary>Bytes whose order is turned round together; 1 where nothing is to be turned.</summary>
    public int SwapUnit =>
        order != '>' ? 1
        : Kind == 'U' ? 4
        : Kind == 'c' ? (int)ItemSize / 2
        : Kind == 'S' ? 1
        : (int)ItemSize;

    /// <summary>The type of a tensor with such elements; null for texts and objects.</summary>
    public DType? DType =>
        Name switch
        {
            "b1" => KerasSharp.DType.Bool,
            "i1" => KerasSharp.DType.Int8,
            "i2" => KerasSharp.DType.Int16,
            "i4" => KerasSharp.DType.Int32,
            "i8" => KerasSharp.DType.Int64,
            "u1" => KerasSharp.DType.UInt8,
            "u2" => KerasSharp.DType.UInt16,
            "u4" => KerasSharp.DType.UInt32,
            "u8" => KerasSharp.DType.UInt64,
            "f2" => KerasSharp.DType.Float16,
            "f4" => KerasSharp.DType.Float32,
            "f8" => KerasSharp.DType.Float64,
            "c8" => KerasSharp.DType.Complex64,
            "c16" => KerasSharp.DType.Complex128,
            _ => null,
        };

    /// <inheritdoc/>
    public void SetState(object?[] state, PickleReader reader)
    {
        if (isBuilt || state.Length is < 8 or > 9 || state[2] is not null || state[3] is not null || state[4] is not null)
            throw reader.Error(
                $"the dtype '{Name}' has fields, an array within, or a state that is not NumPy's; only plain dtypes are read."
            );
        string text = PickleText.Of(state[1], reader);
        order = text is "<" or ">" or "|" or "=" ? text[0] : throw reader.Error($"expected a byte order, got '{text}'.");
        isBuilt = true;
    }

    private static FileFormatException Unknown(string description, PickleReader reader) =>
        reader.Error($"the NumPy dtype '{description}' is not read; bools, integers, floats, complex numbers, S, U and O are.");
}
