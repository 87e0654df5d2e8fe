using System.Globalization;
using System.Text;
using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace KerasSharp.Formats.Protobuf.TextFormat;

/// <summary>Reads one value of a type that is no message in protobuf's text format.</summary>
internal static class TextScalar
{
    /// <summary>The value as the field's accessor takes it; an enum as its number.</summary>
    /// <exception cref="FormatException">What comes is no value of the field's type.</exception>
    public static object Read(TextTokens tokens, FieldDescriptor field) =>
        field.FieldType switch
        {
            FieldType.String => Encoding.UTF8.GetString(Quoted(tokens, field)),
            FieldType.Bytes => ByteString.CopyFrom(Quoted(tokens, field)),
            _ => Word(tokens, field, tokens.Take()) ?? throw tokens.Error($"'{field.Name}' takes {Expected(field)}."),
        };

    /// <summary>The bytes of one quoted text, or of several that follow each other.</summary>
    private static byte[] Quoted(TextTokens tokens, FieldDescriptor field)
    {
        var bytes = new List<byte>();
        if (!IsQuoted(tokens))
            throw tokens.Error($"'{field.Name}' takes a text in quotes; '{tokens.Peek()}' came.");
        while (IsQuoted(tokens))
            try
            {
                bytes.AddRange(TextEscapes.Unescape(tokens.Take().AsSpan()[1..^1]));
            }
            catch (FormatException e)
            {
                throw tokens.Error(e.Message);
            }
        return [.. bytes];
    }

    private static bool IsQuoted(TextTokens tokens) => tokens.Peek() is ['"' or '\'', ..];

    private static object? Word(TextTokens tokens, FieldDescriptor field, string word)
    {
        if (word == "-")
            word += tokens.Take();
        return field.FieldType switch
        {
            FieldType.Bool => word is "true" or "t" or "True" or "1" ? true
            : word is "false" or "f" or "False" or "0" ? false
            : null,
            FieldType.Enum => field.EnumType.FindValueByName(word)?.Number ?? Whole<int>(word),
            FieldType.Int32 => Whole<int>(word),
            FieldType.Int64 => Whole<long>(word),
            FieldType.UInt32 => Whole<uint>(word),
            FieldType.UInt64 => Whole<ulong>(word),
            FieldType.Float => (float?)Fraction(word),
            FieldType.Double => Fraction(word),
            _ => throw new NotSupportedException($"Fields of type {field.FieldType} are not read from text."),
        };
    }

    private static object? Whole<T>(string word)
        where T : struct, System.Numerics.IBinaryInteger<T>
    {
        bool hexadecimal = word.StartsWith("0x", StringComparison.OrdinalIgnoreCase);
        var style = hexadecimal ? NumberStyles.AllowHexSpecifier : NumberStyles.AllowLeadingSign;
        return T.TryParse(hexadecimal ? word.AsSpan(2) : word, style, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    private static double? Fraction(string word) =>
        word.ToLowerInvariant() switch
        {
            "inf" or "infinity" => double.PositiveInfinity,
            "-inf" or "-infinity" => double.NegativeInfinity,
            "nan" or "-nan" => double.NaN,
            var digits => double.TryParse(digits.TrimEnd('f'), NumberStyles.Float, CultureInfo.InvariantCulture, out double number)
                ? number
                : null,
        };

    private static string Expected(FieldDescriptor field) =>
        field.FieldType == FieldType.Enum
            ? $"a name of {field.EnumType.Name}, such as {field.EnumType.Values[^1].Name}"
            : $"a value of type {field.FieldType.ToString().ToLowerInvariant()}";
}
