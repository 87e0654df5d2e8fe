using System.Globalization;

namespace KerasSharp.Formats.Protobuf.Graphs;

/// <summary>An attribute in an op's signature.</summary>
/// <param name="Name">TensorFlow's name.</param>
/// <param name="Type">TensorFlow's type, such as <c>int</c> or <c>list(type)</c>.</param>
/// <param name="Allowed">The values that a type or string may have; null where any.</param>
/// <param name="Minimum">The least integer, or length of a list.</param>
/// <param name="HasDefault">Whether it may be left out.</param>
/// <param name="Default">The default of a type, integer or list of types; null for others.</param>
internal sealed record OpAttribute(
    string Name,
    string Type,
    IReadOnlyCollection<string>? Allowed,
    long? Minimum,
    bool HasDefault,
    AttrValue? Default
)
{
    /// <summary>Reads <c>name:type$set&gt;least?default</c>, of which the last three may be missing.</summary>
    /// <param name="text">The attribute.</param>
    /// <param name="sets">The sets of allowed values by number.</param>
    public static OpAttribute Parse(string text, IReadOnlyList<IReadOnlyCollection<string>> sets)
    {
        var (rest, standard) = Split(text, '?');
        (rest, var least) = Split(rest, '>');
        (rest, var set) = Split(rest, '$');
        var (name, type) = Split(rest, ':');
        return new OpAttribute(
            name,
            type!,
            set is null ? null : sets[int.Parse(set, CultureInfo.InvariantCulture)],
            least is null ? null : long.Parse(least, CultureInfo.InvariantCulture),
            standard is not null,
            string.IsNullOrEmpty(standard) ? null : DefaultOf(type!, standard)
        );
    }

    /// <summary>The attribute of a function's signature.</summary>
    public static OpAttribute Of(OpDef.Types.AttrDef attribute) =>
        new(
            attribute.Name,
            attribute.Type,
            null,
            attribute.HasMinimum ? attribute.Minimum : null,
            attribute.DefaultValue is not null,
            attribute.DefaultValue
        );

    private static AttrValue DefaultOf(string type, string text) =>
        type switch
        {
            "int" => new AttrValue { I = long.Parse(text, CultureInfo.InvariantCulture) },
            "type" => new AttrValue { Type = DataTypes.Parse(text) },
            _ => new AttrValue { List = new AttrValue.Types.ListValue { Type = { text.Split(',').Select(DataTypes.Parse) } } },
        };

    private static (string Before, string? After) Split(string text, char sign)
    {
        int at = text.IndexOf(sign);
        return at < 0 ? (text, null) : (text[..at], text[(at + 1)..]);
    }
}
