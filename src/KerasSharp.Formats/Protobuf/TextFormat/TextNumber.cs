using System.Globalization;
using System.Numerics;

namespace KerasSharp.Formats.Protobuf.TextFormat;

/// <summary>Numbers in protobuf's text format: decimal, hexadecimal (<c>0x</c>) and octal (<c>0</c>) ones, fractions with <c>f</c>, <c>inf</c>, <c>nan</c>.</summary>
internal static class TextNumber
{
    // .NET's own has its sign bit set, that of others does not.
    private static readonly double PositiveNaN = BitConverter.UInt64BitsToDouble(0x7FF8_0000_0000_0000);

    /// <summary>The whole number that a word is; null where it is none, or too large for its type.</summary>
    public static object? Whole<T>(string word)
        where T : struct, IBinaryInteger<T>, IMinMaxValue<T>
    {
        bool isNegative = word.StartsWith('-');
        var digits = word.AsSpan(isNegative ? 1 : 0);
        if (Magnitude(digits) is not { } magnitude)
            return null;
        var number = isNegative ? -(Int128)magnitude : magnitude;
        return number >= Int128.CreateChecked(T.MinValue) && number <= Int128.CreateChecked(T.MaxValue) ? T.CreateChecked(number) : null;
    }

    /// <summary>The fraction that a word is; null where it is none.</summary>
    public static double? Fraction(string word) =>
        word.ToLowerInvariant() switch
        {
            "inf" or "infinity" or "inff" => double.PositiveInfinity,
            "-inf" or "-infinity" or "-inff" => double.NegativeInfinity,
            "nan" or "nanf" => PositiveNaN,
            "-nan" or "-nanf" => -PositiveNaN,
            var digits => double.TryParse(
                digits.EndsWith('f') ? digits.AsSpan(0, digits.Length - 1) : digits,
                NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent,
                CultureInfo.InvariantCulture,
                out double number
            )
                ? number
                : null,
        };

    /// <summary>A fraction in the fewest digits that give it back.</summary>
    public static string Text(double value, string digits) =>
        double.IsNaN(value) ? "nan"
        : double.IsPositiveInfinity(value) ? "inf"
        : double.IsNegativeInfinity(value) ? "-inf"
        : digits.ToLowerInvariant();

    private static ulong? Magnitude(ReadOnlySpan<char> digits)
    {
        if (digits.StartsWith("0x", StringComparison.OrdinalIgnoreCase))
            return ulong.TryParse(digits[2..], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ulong hex) ? hex : null;
        if (digits.Length > 1 && digits[0] == '0')
            return Octal(digits);
        return ulong.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out ulong number) ? number : null;
    }

    private static ulong? Octal(ReadOnlySpan<char> digits)
    {
        ulong number = 0;
        foreach (char digit in digits)
        {
            if (digit is < '0' or > '7' || number >> 61 != 0)
                return null;
            number = (number << 3) | (uint)(digit - '0');
        }
        return number;
    }
}
