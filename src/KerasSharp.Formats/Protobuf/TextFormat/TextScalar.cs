using System.Text;
using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace KerasSharp.Formats.Protobuf.TextFormat;

/// <summary>Reads one value of a type that is no message in protobuf's text format.</summary>
internal static class TextScalar
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The value as the field's accessor takes it; an enum as its number.</summary>
    /// <exception cref="FileFormatException">What comes is no value of the field's type.</exception>
    public static object Read(TextTokens tokens, FieldDescriptor field)
    {
        if (field.FieldType is FieldType.String or FieldType.Bytes)
            return Quoted(tokens, field);
        var shown = tokens.Show();
        return Word(field, Signed(tokens)) ?? throw tokens.Error($"'{field.Name}' takes {Expected(field)}; {shown} came.");
    }

    /// <summary>What a field is where it is left out.</summary>
    public static object Default(FieldDescriptor field) =>
        field.FieldType switch
        {
            FieldType.String => "",
            FieldType.Bytes => ByteString.Empty,
            FieldType.Message => field.MessageType.Parser.ParseFrom(ByteString.Empty),
            FieldType.Bool => false,
            _ => Word(field, "0")!,
        };

    /// <summary>A word with the sign that may stand apart before it.</summary>
    private static string Signed(TextTokens tokens)
    {
        var word = tokens.Take();
        return word == "-" ? word + tokens.Take() : word;
    }

    /// <summary>One quoted text, or several that follow each other.</summary>
    private static object Quoted(TextTokens tokens, FieldDescriptor field)
    {
        if (!IsQuoted(tokens))
            throw tokens.Error($"'{field.Name}' takes a text in quotes; {tokens.Show()} came.");
        using var bytes = new MemoryStream();
        try
        {
            while (IsQuoted(tokens))
                TextEscapes.Unescape(tokens.Take().AsSpan()[1..^1], bytes);
            var span = bytes.GetBuffer().AsSpan(0, (int)bytes.Length);
            return field.FieldType == FieldType.Bytes ? ByteString.CopyFrom(span) : Utf8.GetString(span);
        }
        catch (FormatException e) when (e is not FileFormatException)
        {
            throw tokens.Error(e.Message);
        }
        catch (ArgumentException)
        {
            throw tokens.Error($"'{field.Name}' takes text in UTF-8, and these bytes are none.");
        }
    }

    private static bool IsQuoted(TextTokens tokens) => tokens.Peek() is ['"' or '\'', ..];

    private static object? Word(FieldDescriptor field, string word) =>
        field.FieldType switch
        {
            FieldType.Bool => word is "true" or "t" or "True" or "1" ? true
            : word is "false" or "f" or "False" or "0" ? false
            : null,
            FieldType.Enum => field.EnumType.FindValueByName(word)?.Number ?? TextNumber.Whole<int>(word),
            FieldType.Int32 or FieldType.SInt32 or FieldType.SFixed32 => TextNumber.Whole<int>(word),
            FieldType.Int64 or FieldType.SInt64 or FieldType.SFixed64 => TextNumber.Whole<long>(word),
            FieldType.UInt32 or FieldType.Fixed32 => TextNumber.Whole<uint>(word),
            FieldType.UInt64 or FieldType.Fixed64 => TextNumber.Whole<ulong>(word),
            FieldType.Float => (float?)TextNumber.Fraction(word),
            FieldType.Double => TextNumber.Fraction(word),
            _ => throw new NotSupportedException($"Fields of type {field.FieldType} are not read from text."),
        };

    private static string Expected(FieldDescriptor field) =>
        field.FieldType == FieldType.Enum
            ? $"a name of {field.EnumType.Name}, such as {field.EnumType.Values[^1].Name}"
            : $"a value of type {field.FieldType.ToString().ToLowerInvariant()}";
}
