using System.Globalization;

namespace KerasSharp.Callbacks;

/// <summary>Numbers as Python's format prints them: halves go to the even digit, infinities are <c>inf</c>.</summary>
internal static class PythonNumber
{
    /// <summary>Python's <c>:.4f</c>.</summary>
    public static string Fixed(double value, int decimals) => Format(value, "F", decimals);

    /// <summary>Python's <c>:.4e</c>.</summary>
    public static string Scientific(double value) => Format(value, "e", 4);

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
