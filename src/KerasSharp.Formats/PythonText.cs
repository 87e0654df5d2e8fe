using System.Globalization;
using System.Text;

namespace KerasSharp.Formats;

/// <summary>Numbers and strings as Python's <c>json.dumps</c> writes them with its defaults.</summary>
internal static class PythonText
{
    /// <summary>Below this power of ten, and from the next one on, Python writes an exponent.</summary>
    private const int LeastPlain = -4;
    private const int GreatestPlain = 15;

    /// <summary>A number: the shortest digits that read back, always with a point or an exponent; NaN and Infinity as JavaScript names them.</summary>
    public static string Number(double value)
    {
        if (!double.IsFinite(value))
            return double.IsNaN(value) ? "NaN"
                : value > 0 ? "Infinity"
                : "-Infinity";
        var sign = double.IsNegative(value) ? "-" : "";
        return value == 0 ? sign + "0.0" : sign + Positive(Math.Abs(value).ToString("R", CultureInfo.InvariantCulture));
    }

    /// <summary>A string in its quotes, in ASCII.</summary>
    public static string String(string value)
    {
        var text = new StringBuilder("\"");
        foreach (var letter in value)
            text.Append(
                letter switch
                {
                    '"' => "\\\"",
                    '\\' => "\\\\",
                    '\n' => "\\n",
                    '\r' => "\\r",
                    '\t' => "\\t",
                    '\b' => "\\b",
                    '\f' => "\\f",
                    < ' ' or > '~' => $"\\u{(int)letter:x4}",
                    _ => letter.ToString(),
                }
            );
        return text.Append('"').ToString();
    }

    private static string Positive(string text)
    {
        var parts = text.Split('E');
        var point = parts[0].Contains('.') ? parts[0].IndexOf('.') : parts[0].Length;
        var all = parts[0].Replace(".", "");
        var digits = all.TrimStart('0');
        var exponent = parts.Length > 1 ? int.Parse(parts[1], CultureInfo.InvariantCulture) : 0;
        return Layout(digits.TrimEnd('0'), point + exponent - (all.Length - digits.Length) - 1);
    }

    private static string Layout(string digits, int power) =>
        power switch
        {
            < LeastPlain or > GreatestPlain =>
                $"{digits[0]}{(digits.Length > 1 ? "." + digits[1..] : "")}e{(power < 0 ? '-' : '+')}{Math.Abs(power):00}",
            < 0 => "0." + new string('0', -power - 1) + digits,
            _ when digits.Length <= power + 1 => digits.PadRight(power + 1, '0') + ".0",
            _ => $"{digits[..(power + 1)]}.{digits[(power + 1)..]}",
        };
}
