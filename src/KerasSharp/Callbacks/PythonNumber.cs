using System.Globalization;

namespace KerasSharp.Callbacks;

/// <summary>Numbers as Python's format prints them: halves go to the even digit, infinities are <c>inf</c>.</summary>
internal static class PythonNumber
{
    /// <summary>Python's <c>:.4f</c>.</summary>
    public static string Fixed(double value, int decimals) => Format(value, "F", decimals);

    /// <summary>Python's <c>:.4e</c>.</summary>
    public static string Scientific(double value) => Format(value, "e", 4);

    /// <summary>Python's <c>repr</c>: the shortest text that reads back as the same number.</summary>
    public static string Repr(double value)
    {
        if (!double.IsFinite(value))
            return Fixed(value, 0);
        var sign = double.IsNegative(value) ? "-" : "";
        var (digits, point) = Digits(Math.Abs(value));
        if (point is < -3 or > 16)
        {
            var fraction = digits.Length > 1 ? $".{digits[1..]}" : "";
            return $"{sign}{digits[0]}{fraction}e{(point < 1 ? '-' : '+')}{Math.Abs(point - 1):00}";
        }
        if (point <= 0)
            return $"{sign}0.{new string('0', -point)}{digits}";
        return digits.Length <= point ? $"{sign}{digits.PadRight(point, '0')}.0" : $"{sign}{digits[..point]}.{digits[point..]}";
    }

    /// <summary>The shortest digits, and how many of them stand before the decimal point.</summary>
    private static (string Digits, int Point) Digits(double value)
    {
        if (value == 0)
            return ("0", 1);
        var text = value.ToString("E16", CultureInfo.InvariantCulture);
        var shortest = value.ToString("R", CultureInfo.InvariantCulture).Split('E')[0].Replace(".", "", StringComparison.Ordinal);
        return (
            shortest.Trim('0'),
            1 + int.Parse(text.AsSpan(text.IndexOf('E', StringComparison.Ordinal) + 1), CultureInfo.InvariantCulture)
        );
    }

    private static string Format(double value, string kind, int digits)
    {
        if (!double.IsFinite(value))
            return double.IsNaN(value) ? "nan"
                : value > 0 ? "inf"
                : "-inf";
        if (IsTieAboveEven(value, kind, digits))
            value = value > 0 ? Math.BitDecrement(value) : Math.BitIncrement(value);
        var text = value.ToString($"{kind}{digits}", CultureInfo.InvariantCulture);
        // .NET writes three digits of the exponent, Python two where they suffice.
        return kind == "e" && text[^3] == '0' ? text.Remove(text.Length - 3, 1) : text;
    }

    /// <summary>Whether the value lies in the middle between two neighbours, of which the one nearer 0 is even; .NET takes the other.</summary>
    private static bool IsTieAboveEven(double value, string kind, int digits)
    {
        var exact = value.ToString($"{kind}{digits + 60}", CultureInfo.InvariantCulture);
        int point = exact.IndexOf('.', StringComparison.Ordinal);
        var rest = exact.AsSpan(point + 1 + digits, 60);
        char last = digits == 0 ? exact[point - 1] : exact[point + digits];
        return rest[0] == '5' && rest[1..].IndexOfAnyExcept('0') < 0 && (last - '0') % 2 == 0;
    }
}
