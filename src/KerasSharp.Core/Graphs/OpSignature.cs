using System.Globalization;

namespace KerasSharp.Graphs;

/// <summary>
/// Reads an op's signature from one line, so that a definition can be seen at a glance:
/// <c>ConcatV2(values: N*T, axis: Tidx) -> output: T | N: int, T: type, Tidx: type = int32</c>.
/// A list of mixed types is written <c>input: T...</c>.
/// </summary>
internal static class OpSignature
{
    public static (string Name, ArgumentDefinition[] Inputs, ArgumentDefinition[] Outputs, AttributeDefinition[] Attributes) Parse(
        string text
    )
    {
        int open = text.IndexOf('(');
        int close = text.IndexOf(')', open);
        int arrow = text.IndexOf("->", close, StringComparison.Ordinal);
        int bar = text.IndexOf('|', arrow);
        string outputs = bar < 0 ? text[(arrow + 2)..] : text[(arrow + 2)..bar];
        AttributeDefinition[] attributes = bar < 0 ? [] : [.. Split(text[(bar + 1)..]).Select(Attribute)];
        return (
            text[..open].Trim(),
            [.. Split(text[(open + 1)..close]).Select(item => Argument(item, attributes))],
            [.. Split(outputs).Select(item => Argument(item, attributes))],
            attributes
        );
    }

    /// <summary>A type that is the name of an attribute is held by it; any other is fixed.</summary>
    private static ArgumentDefinition Argument(string text, AttributeDefinition[] attributes)
    {
        var (name, type) = Pair(text, ':');
        if (type.EndsWith("...", StringComparison.Ordinal))
            return new ArgumentDefinition(name, type[..^3], null, null, true);
        var (number, element) = type.Contains('*') ? Pair(type, '*') : (null, type);
        return Array.Exists(attributes, attribute => attribute.Name == element)
            ? new ArgumentDefinition(name, element, null, number, false)
            : new ArgumentDefinition(name, null, DTypeExtensions.Parse(element), number, false);
    }

    private static AttributeDefinition Attribute(string text)
    {
        var (name, rest) = Pair(text, ':');
        if (!rest.Contains('='))
            return new AttributeDefinition(name, rest, null);
        var (type, value) = Pair(rest, '=');
        return new AttributeDefinition(name, type, Value(type, value));
    }

    private static object Value(string type, string text) =>
        type switch
        {
            "bool" => text == "true",
            "int" => long.Parse(text, CultureInfo.InvariantCulture),
            "float" => double.Parse(text, CultureInfo.InvariantCulture),
            "type" => DTypeExtensions.Parse(text),
            "string" => text.Trim('"'),
            "shape" => Shape.Unknown,
            "list(int)" => Items(text).Select(item => long.Parse(item, CultureInfo.InvariantCulture)).ToArray(),
            "list(float)" => Items(text).Select(item => double.Parse(item, CultureInfo.InvariantCulture)).ToArray(),
            "list(string)" => Items(text).Select(item => item.Trim('"')).ToArray(),
            _ => throw new FormatException($"An attribute of type {type} has no default in a signature."),
        };

    private static IEnumerable<string> Items(string text) => text.Trim('[', ']').Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static string[] Split(string text) => text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static (string, string) Pair(string text, char separator)
    {
        int at = text.IndexOf(separator);
        return (text[..at].Trim(), text[(at + 1)..].Trim());
    }
}
