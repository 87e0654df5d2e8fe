using System.Globalization;
using System.Text;

namespace KerasSharp.Formats.Pickle;

/// <summary>The texts of protocol 0, lines with Python's escapes.</summary>
internal static class PickleEscapes
{
    private const string Simple = "\\'\"abfnrtv";
    private const string Meanings = "\\'\"\a\b\f\n\r\t\v";

    /// <summary>Takes a line such as <c>'a\x00b'</c>: the quoted <c>str</c> of Python 2.</summary>
    public static ReadOnlyMemory<byte> DecodeString(PickleReader reader)
    {
        var line = reader.Line().Trim(" \r"u8);
        if (line.Length < 2 || line[0] != line[^1] || line[0] is not ((byte)'\'' or (byte)'"'))
            throw reader.Error("expected a text between quotes.");
        var text = line[1..^1];
        var decoded = new List<byte>(text.Length);
        while (!text.IsEmpty)
            text = text[(text[0] == '\\' ? Escape(text, decoded, reader) : Plain(text, decoded))..];
        return decoded.ToArray();
    }

    /// <summary>Takes a line of Latin-1 characters, <c>\uXXXX</c> and <c>\UXXXXXXXX</c>.</summary>
    public static string DecodeUnicode(PickleReader reader)
    {
        var line = reader.Line();
        var text = new StringBuilder(line.Length);
        while (!line.IsEmpty)
        {
            int digits =
                line[0] == '\\' && line.Length > 1
                    ? (char)line[1] switch
                    {
                        'u' => 4,
                        'U' => 8,
                        _ => 0,
                    }
                    : 0;
            text.Append(digits == 0 ? ((char)line[0]).ToString() : CodePoint(line, digits, reader));
            line = line[(digits == 0 ? 1 : 2 + digits)..];
        }
        return text.ToString();
    }

    private static int Plain(ReadOnlySpan<byte> text, List<byte> decoded)
    {
        decoded.Add(text[0]);
        return 1;
    }

    /// <summary>Decodes the escape at the beginning and gives its length. One that Python does not know stands for itself.</summary>
    private static int Escape(ReadOnlySpan<byte> text, List<byte> decoded, PickleReader reader)
    {
        char kind = text.Length > 1 ? (char)text[1] : throw reader.Error("a text ends in the middle of an escape.");
        if (Simple.IndexOf(kind) is >= 0 and var index)
        {
            decoded.Add((byte)Meanings[index]);
            return 2;
        }
        if (kind == 'x')
        {
            decoded.Add((byte)Hexadecimal(text, 2, reader));
            return 4;
        }
        return kind is >= '0' and <= '7' ? Octal(text, decoded) : Plain(text, decoded);
    }

    private static int Octal(ReadOnlySpan<byte> text, List<byte> decoded)
    {
        int end = 1;
        int value = 0;
        for (; end < text.Length && end <= 3 && text[end] is >= (byte)'0' and <= (byte)'7'; end++)
            value = value * 8 + text[end] - '0';
        decoded.Add((byte)value);
        return end;
    }

    private static string CodePoint(ReadOnlySpan<byte> text, int digits, PickleReader reader)
    {
        uint value = Hexadecimal(text, digits, reader);
        if (value > 0x10FFFF)
            throw reader.Error($"there is no character of the number {value:X}.");
        return value <= char.MaxValue ? ((char)value).ToString() : char.ConvertFromUtf32((int)value);
    }

    private static uint Hexadecimal(ReadOnlySpan<byte> text, int digits, PickleReader reader) =>
        text.Length >= 2 + digits
        && uint.TryParse(text.Slice(2, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out uint value)
            ? value
            : throw reader.Error($"expected {digits} hexadecimal digits in an escape.");
}
