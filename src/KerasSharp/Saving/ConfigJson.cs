using System.Globalization;
using System.Text;

namespace KerasSharp.Saving;

/// <summary>Writes JSON exactly as Python's <c>json.dumps</c> does with its defaults, which is how Keras's files are written.</summary>
public static class ConfigJson
{
    /// <summary>The text of a value: null, bool, long, double, string, <see cref="Config"/> or a list of such.</summary>
    public static string Write(object? value)
    {
        var text = new StringBuilder();
        Write(text, ConfigValues.Normalize(value));
        return text.ToString();
    }

    /// <summary>The value of a text; NaN and Infinity are accepted, as Python accepts them.</summary>
    /// <exception cref="FormatException">The text is no JSON; the message says where.</exception>
    public static object? Read(string json) => new ConfigJsonReader(json).ReadDocument();

    /// <summary>A number as Python prints it: the shortest text that reads back, <c>2.0</c>, <c>1e-07</c>, <c>inf</c> as JSON's Infinity.</summary>
    public static string Number(double value)
    {
        if (double.IsNaN(value))
            return "NaN";
        if (double.IsInfinity(value))
            return value > 0 ? "Infinity" : "-Infinity";
        var (sign, digits, exponent) = Shortest(value);
        return sign
            + exponent switch
            {
                < -4 or >= 16 => Scientific(digits, exponent),
                < 0 => "0." + new string('0', -exponent - 1) + digits,
                _ when digits.Length <= exponent + 1 => digits.PadRight(exponent + 1, '0') + ".0",
                _ => digits[..(exponent + 1)] + "." + digits[(exponent + 1)..],
            };
    }

    /// <summary>The shortest digits that read back, and the power of ten of the first one.</summary>
    private static (string Sign, string Digits, int Exponent) Shortest(double value)
    {
        var text = value.ToString("R", CultureInfo.InvariantCulture);
        var sign = text[0] == '-' ? "-" : "";
        text = text[sign.Length..];
        int mark = text.IndexOf('E');
        int exponent = mark < 0 ? 0 : int.Parse(text.AsSpan(mark + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        var mantissa = mark < 0 ? text : text[..mark];
        int point = mantissa.IndexOf('.');
        var all = mantissa.Replace(".", "");
        var digits = all.TrimStart('0');
        if (digits.Length == 0)
            return (sign, "0", 0);
        exponent += (point < 0 ? mantissa.Length : point) - 1 - (all.Length - digits.Length);
        return (sign, digits.TrimEnd('0'), exponent);
    }

    private static string Scientific(string digits, int exponent) =>
        $"{digits[0]}{(digits.Length > 1 ? "." + digits[1..] : "")}e{(exponent < 0 ? "-" : "+")}{Math.Abs(exponent):00}";

    private static void Write(StringBuilder text, object? value)
    {
        switch (value)
        {
            case Config config:
                WriteAll(text, '{', config, '}', entry => WriteEntry(text, entry));
                break;
            case List<object?> list:
                WriteAll(text, '[', list, ']', item => Write(text, item));
                break;
            case string s:
                WriteString(text, s);
                break;
            default:
                text.Append(Scalar(value));
                break;
        }
    }

    private static string Scalar(object? value) =>
        value switch
        {
            null => "null",
            true => "true",
            false => "false",
            double number => Number(number),
            _ => ((long)value).ToString(CultureInfo.InvariantCulture),
        };

    private static void WriteAll<T>(StringBuilder text, char open, IEnumerable<T> items, char close, Action<T> write)
    {
        text.Append(open);
        bool first = true;
        foreach (var item in items)
        {
            if (!first)
                text.Append(", ");
            write(item);
            first = false;
        }
        text.Append(close);
    }

    private static void WriteEntry(StringBuilder text, KeyValuePair<string, object?> entry)
    {
        WriteString(text, entry.Key);
        text.Append(": ");
        Write(text, entry.Value);
    }

    private static void WriteString(StringBuilder text, string value)
    {
        text.Append('"');
        foreach (char c in value)
            text.Append(
                c switch
                {
                    '"' => "\\\"",
                    '\\' => "\\\\",
                    '\n' => "\\n",
                    '\r' => "\\r",
                    '\t' => "\\t",
                    '\b' => "\\b",
                    '\f' => "\\f",
                    < ' ' or > '~' => $"\\u{(int)c:x4}",
                    _ => c.ToString(),
                }
            );
        text.Append('"');
    }
}
