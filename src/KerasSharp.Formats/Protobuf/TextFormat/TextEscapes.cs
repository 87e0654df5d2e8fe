using System.Text;

namespace KerasSharp.Formats.Protobuf.TextFormat;

/// <summary>Bytes between quotes in protobuf's text format: letters, C's escapes, octal and hexadecimal numbers.</summary>
internal static class TextEscapes
{
    private const string Letters = "abfnrtv\\'\"?";
    private const string Meanings = "\a\b\f\n\r\t\v\\'\"?";

    /// <summary>Quotes bytes; what is not printable ASCII becomes an octal escape.</summary>
    public static string Quote(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder("\"", bytes.Length + 2);
        foreach (byte value in bytes)
            _ = value switch
            {
                (byte)'\n' => text.Append("\\n"),
                (byte)'\r' => text.Append("\\r"),
                (byte)'\t' => text.Append("\\t"),
                (byte)'"' or (byte)'\'' or (byte)'\\' => text.Append('\\').Append((char)value),
                >= 0x20 and < 0x7f => text.Append((char)value),
                _ => text.Append('\\').Append(Convert.ToString(value, 8).PadLeft(3, '0')),
            };
        return text.Append('"').ToString();
    }

    /// <summary>The bytes that a text between quotes stands for.</summary>
    /// <exception cref="FormatException">An escape is none.</exception>
    public static byte[] Unescape(ReadOnlySpan<char> text)
    {
        var bytes = new List<byte>(text.Length);
        Span<byte> utf8 = stackalloc byte[4];
        while (!text.IsEmpty)
        {
            if (text[0] == '\\')
                bytes.Add(Escape(ref text));
            else
            {
                Rune.DecodeFromUtf16(text, out var rune, out int used);
                bytes.AddRange(utf8[..rune.EncodeToUtf8(utf8)]);
                text = text[used..];
            }
        }
        return [.. bytes];
    }

    private static byte Escape(ref ReadOnlySpan<char> text)
    {
        char kind = text.Length > 1 ? text[1] : ' ';
        text = text[Math.Min(2, text.Length)..];
        int known = Letters.IndexOf(kind);
        if (known >= 0)
            return (byte)Meanings[known];
        if (kind is 'x' or 'X')
            return Number(ref text, "", 2, 16);
        if (kind is >= '0' and <= '7')
            return Number(ref text, kind.ToString(), 2, 8);
        throw new FormatException($"'\\{kind}' is no escape of protobuf's text format.");
    }

    private static byte Number(ref ReadOnlySpan<char> text, string digits, int most, int numberBase)
    {
        while (most-- > 0 && !text.IsEmpty && (numberBase == 16 ? char.IsAsciiHexDigit(text[0]) : text[0] is >= '0' and <= '7'))
        {
            digits += text[0];
            text = text[1..];
        }
        int value = digits.Length == 0 ? 256 : Convert.ToInt32(digits, numberBase);
        return value < 256 ? (byte)value : throw new FormatException($"'\\{digits}' is no byte.");
    }
}
