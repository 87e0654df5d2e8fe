using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using NumSharp;

namespace KerasSharp.Formats.Tables;

/// <summary>Writes columns as a CSV file.</summary>
internal static class CsvTableWriter
{
    public static void Write(Stream stream, KeyValuePair<string, object>[] columns, CsvOptions options)
    {
        if (options.Columns is not null)
            throw new NotSupportedException($"{nameof(CsvOptions.Columns)} selects columns to read; leave out what should not be written.");
        if (options.Encoding is not UTF8Encoding)
            throw new NotSupportedException($"{nameof(CsvOptions.Encoding)} {options.Encoding.WebName}: files are written as UTF-8 only.");
        var numbers = new CsvNumbers(options.DecimalSign);
        var fields = columns.Select(column => FieldsOf(column, numbers)).ToArray();
        if (fields.Any(column => column.Length != fields[0].Length))
            throw new ArgumentException(
                $"Columns must be of one length, got {string.Join(", ", fields.Select(column => column.Length))}.",
                nameof(columns)
            );
        using var text = new StreamWriter(stream, options.Encoding, leaveOpen: true);
        using var writer = new CsvWriter(text, Configuration(options), leaveOpen: true);
        if (options.HasHeader)
            WriteRow(writer, columns.Select(column => column.Key));
        for (var row = 0; row < (fields.Length == 0 ? 0 : fields[0].Length); row++)
            WriteRow(writer, fields.Select(column => column[row]));
    }

    private static CsvConfiguration Configuration(CsvOptions options) =>
        new(CultureInfo.InvariantCulture) { Delimiter = options.Separator.ToString(), NewLine = "\n" };

    private static void WriteRow(CsvWriter writer, IEnumerable<string> fields)
    {
        foreach (var field in fields)
            writer.WriteField(field);
        writer.NextRecord();
    }

    private static string[] FieldsOf(KeyValuePair<string, object> column, CsvNumbers numbers) =>
        column.Value switch
        {
            IEnumerable<string> strings => [.. strings],
            NDArray { ndim: 1 } array => Texts(array, numbers),
            NDArray array => throw new ArgumentException($"Column '{column.Key}' must have one axis, got {array.ndim}."),
            var other => throw new ArgumentException(
                $"Column '{column.Key}' must be an NDArray or strings, got {other?.GetType().Name ?? "null"}."
            ),
        };

    private static string[] Texts(NDArray array, CsvNumbers numbers)
    {
        var texts = new string[array.size];
        for (var i = 0; i < texts.Length; i++)
            texts[i] = Text(array.GetAtIndex(i), numbers);
        return texts;
    }

    private static string Text(object value, CsvNumbers numbers) =>
        value switch
        {
            IFormattable number => numbers.ToText(number) is var text and not "nan" ? text : "",
            true => "1",
            _ => "0",
        };
}
