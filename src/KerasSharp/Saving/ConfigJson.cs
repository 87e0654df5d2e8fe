using System.Globalization;
using System.Text;
using KerasSharp.Formats;

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
    public static string Number(double value) => PythonText.Number(value);

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
                text.Append(PythonText.String(s));
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
        text.Append(PythonText.String(entry.Key));
        text.Append(": ");
        Write(text, entry.Value);
    }
}
