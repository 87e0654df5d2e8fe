using System.Globalization;
using System.Text;

namespace KerasSharp.Formats.Protobuf.TextFormat;

/// <summary>Bytes between quotes in protobuf's text format: letters, C's escapes, octal and hexadecimal numbers, Unicode's.</summary>
internal static class TextEscapes
{
    private const string Letters = "abfnrtv\\'\"?";
    private const string Meanings = "\a\b\f\n\r\t\v\\'\"?";

    /// <summary>Writes bytes in quotes; what is not printable ASCII becomes an octal escape.</summary>
    public static void Quote(ReadOnlySpan<byte> bytes, TextWriter output)
    {
        output.Write('"');
        foreach (byte value in bytes)
            switch (value)
            {
                case (byte)'\n':
                    output.Write("\\n");
                    break;
                case (byte)'\r':
                    output.Write("\\r");
                    break;
                case (byte)'\t':
                    output.Write("\\t");
                    break;
                case (byte)'"' or (byte)'\'' or (byte)'\\':
                    output.Write('\\');
                    output.Write((char)value);
                    break;
                case >= 0x20 and < 0x7f:
                    output.Write((char)value);
                    break;
                default:
                    output.Write([(char)'\\', Octal(value >> 6), Octal(value >> 3), Octal(value)]);
                    break;
            }
        output.Write('"');
    }

    /// <summary>Writes the bytes that a text between quotes stands for.</summary>
    /// <exception cref="FormatException">An escape is none.</exception>
    public static void Unescape(ReadOnlySpan<char> text, Stream bytes)
    {
        Span<byte> utf8 = stackalloc byte[4];
        while (!text.IsEmpty)
            if (text[0] == '\\')
                Escape(ref text, bytes);
            else if (text[0] < 0x80)
            {
                bytes.WriteByte((byte)text[0]);
                text = text[1..];
            }
            else
            {
                Rune.DecodeFromUtf16(text, out var rune, out int used);
                bytes.Write(utf8[..rune.EncodeToUtf8(utf8)]);
                text = text[used..];
            }
    }

    private static void Escape(ref ReadOnlySpan<char> text, Stream bytes)
    {
        char kind = text.Length > 1 ? text[1] : ' ';
        int known = Letters.IndexOf(kind);
        if (known >= 0)
        {
            bytes.WriteByte((byte)Meanings[known]);
            text = text[2..];
        }
        else if (kind is 'x' or 'X')
            bytes.WriteByte(Number(ref text, 2, 16));
        else if (kind is >= '0' and <= '7')
            bytes.WriteByte(Number(ref text, 1, 8));
        else if (kind is 'u' or 'U')
            Unicode(ref text, bytes);
        else
            throw new FormatException($"'\\{kind}' is no escape of protobuf's text format.");
    }

    /// <summary>One to two hexadecimal digits, or one to three octal ones.</summary>
    private static byte Number(ref ReadOnlySpan<char> text, int start, int numberBase)
    {
        int most = numberBase == 16 ? 2 : 3;
        int end = start;
        while (
            end < text.Length && end < start + most && (numberBase == 16 ? char.IsAsciiHexDigit(text[end]) : text[end] is >= '0' and <= '7')
        )
            end++;
        int value = end == start ? 256 : Convert.ToInt32(text[start..end].ToString(), numberBase);
        if (value > 255)
            throw new FormatException($"'{text[..end]}' is no byte.");
        text = text[end..];
        return (byte)value;
    }

    /// <summary>A character by four (u) or eight (U) hexadecimal digits; two of four where UTF-16 needs a pair.</summary>
    private static void Unicode(ref ReadOnlySpan<char> text, Stream bytes)
    {
        uint value = Digits(ref text);
        if (char.IsHighSurrogate((char)value) && value <= char.MaxValue && text is ['\\', 'u', ..])
        {
            uint low = Digits(ref text);
            value = low is >= 0xDC00 and <= 0xDFFF ? 0x10000 + ((value - 0xD800) << 10) + (low - 0xDC00) : low | 0x80000000;
        }
        if (!Rune.TryCreate(value, out var rune))
            throw new FormatException($"U+{value:X4} is no character.");
        Span<byte> utf8 = stackalloc byte[4];
        bytes.Write(utf8[..rune.EncodeToUtf8(utf8)]);
    }

    private static uint Digits(ref ReadOnlySpan<char> text)
    {
        int end = 2 + (text[1] == 'u' ? 4 : 8);
        if (text.Length < end || !uint.TryParse(text[2..end], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out uint value))
            throw new FormatException($"'{text[..2]}' has {end - 2} hexadecimal digits after it.");
        text = text[end..];
        return value;
    }

    private static char Octal(int value) => (char)('0' + (value & 7));
}
