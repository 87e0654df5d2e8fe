using System.Text;

namespace KerasSharp.Formats.Tables;

/// <summary>How a CSV file is written down.</summary>
public sealed record CsvOptions
{
    /// <summary>Stands between fields: a comma by default; <c>;</c> in much of Europe, a tab in TSV files.</summary>
    public char Separator { get; init; } = ',';

    /// <summary>Stands before the decimals of a number: a point by default.</summary>
    public char DecimalSign { get; init; } = '.';

    /// <summary>Whether the first row has the names of the columns; by default true. Without it they are named 0, 1, 2 and so on.</summary>
    public bool HasHeader { get; init; } = true;

    /// <summary>The names of the columns to read, in the order wanted; by default null, which means all.</summary>
    public IReadOnlyList<string>? Columns { get; init; }

    /// <summary>The encoding of a file without a byte order mark; UTF-8 by default.</summary>
    public Encoding Encoding { get; init; } = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    internal void Check()
    {
        if (Separator == DecimalSign || Separator is '"' or '\r' or '\n' || DecimalSign is '"' or '\r' or '\n')
            throw new ArgumentException(
                $"Separator '{Separator}' and decimal sign '{DecimalSign}' must differ, and be no quote and no line end."
            );
    }
}
