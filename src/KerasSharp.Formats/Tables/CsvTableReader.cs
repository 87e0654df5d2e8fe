using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace KerasSharp.Formats.Tables;

/// <summary>Reads the columns of a CSV file.</summary>
internal sealed class CsvTableReader
{
    private readonly string file;
    private readonly CsvParser parser;
    private readonly CsvOptions options;

    private CsvTableReader(string file, CsvParser parser, CsvOptions options) =>
        (this.file, this.parser, this.options) = (file, parser, options);

    public static CsvTable Read(Stream stream, string file, CsvOptions options)
    {
        using var text = new StreamReader(stream, options.Encoding, detectEncodingFromByteOrderMarks: true);
        using var parser = new CsvParser(text, Configuration(file, options), leaveOpen: true);
        var reader = new CsvTableReader(file, parser, options);
        try
        {
            return reader.Read();
        }
        catch (Exception e) when (e is CsvHelperException or DecoderFallbackException)
        {
            throw reader.Error(
                e is CsvHelperException ? e.Message : $"expected text in {options.Encoding.WebName}, got other bytes: {e.Message}",
                e
            );
        }
    }

    private static CsvConfiguration Configuration(string file, CsvOptions options) =>
        new(CultureInfo.InvariantCulture)
        {
            Delimiter = options.Separator.ToString(),
            BadDataFound = bad =>
                throw new FileFormatException(
                    file,
                    $"line {bad.Context.Parser?.RawRow}",
                    $"expected quotes around a whole field and doubled inside it, got {Shortened(bad.RawRecord)}"
                ),
        };

    private CsvTable Read()
    {
        if (!parser.Read())
            throw new FileFormatException(file, "", "expected a table, got an empty file");
        var all = options.HasHeader
            ? Record()
            : [.. Enumerable.Range(0, parser.Count).Select(i => i.ToString(CultureInfo.InvariantCulture))];
        var selected = Selected(all);
        var columns = selected.Select(_ => new List<string>()).ToArray();
        var lines = new List<int>();
        if (!options.HasHeader)
            Add(all.Length, selected, columns, lines);
        while (parser.Read())
            Add(all.Length, selected, columns, lines);
        return new CsvTable(file, [.. selected.Select(i => all[i])], columns, lines, new CsvNumbers(options.DecimalSign));
    }

    private void Add(int width, int[] selected, List<string>[] columns, List<int> lines)
    {
        if (parser.Count != width)
            throw Error($"expected {width} fields as in the first row, got {parser.Count}");
        CheckClosed();
        for (var i = 0; i < selected.Length; i++)
            columns[i].Add(parser[selected[i]]);
        lines.Add(parser.RawRow);
    }

    private string[] Record()
    {
        CheckClosed();
        return parser.Record!;
    }

    /// <summary>The library takes the end of the file for a closing quote.</summary>
    private void CheckClosed()
    {
        if (parser.RawRecord.AsSpan().Count('"') % 2 != 0)
            throw Error("expected a closing quote, got the end of the file");
    }

    private int[] Selected(string[] all)
    {
        if (options.Columns is not { } wanted)
            return [.. Enumerable.Range(0, all.Length)];
        return
        [
            .. wanted.Select(name =>
                Array.IndexOf(all, name) is >= 0 and var index
                    ? index
                    : throw new FileFormatException(file, "line 1", $"expected a column '{name}', got {string.Join(", ", all)}")
            ),
        ];
    }

    private FileFormatException Error(string problem, Exception? inner = null) => new(file, $"line {parser.RawRow}", problem, inner);

    private static string Shortened(string text) => text.Length <= 80 ? text : text[..80] + "…";
}
