using System.Globalization;

namespace KerasSharp.Formats.Tables;

/// <summary>Numbers of text files: digits as in every language, with the decimal sign that the file has.</summary>
internal sealed class CsvNumbers(char decimalSign)
{
    private readonly NumberFormatInfo format = new()
    {
        NumberDecimalSeparator = decimalSign.ToString(),
        NumberGroupSeparator = " ",
        NaNSymbol = "nan",
        PositiveInfinitySymbol = "inf",
        NegativeInfinitySymbol = "-inf",
    };

    public char DecimalSign => decimalSign;

    /// <summary>Reads a number; nothing but spaces is NaN. No grouping of thousands.</summary>
    public bool TryParse(ReadOnlySpan<char> text, out double value)
    {
        value = double.NaN;
        return text.IsWhiteSpace() || double.TryParse(text, NumberStyles.Float, format, out value);
    }

    /// <summary>The shortest text that gives the same number again.</summary>
    public string ToText(IFormattable number) => number.ToString(null, format);
}
