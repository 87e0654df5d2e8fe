using NumSharp;

namespace KerasSharp.Formats.Tables;

/// <summary>The columns of a CSV file: each as text, as numbers, or several together as a matrix.</summary>
public sealed class CsvTable
{
    private readonly string file;
    private readonly string[] names;
    private readonly List<string>[] columns;
    private readonly List<int> lines;
    private readonly CsvNumbers numbers;

    internal CsvTable(string file, string[] names, List<string>[] columns, List<int> lines, CsvNumbers numbers) =>
        (this.file, this.names, this.columns, this.lines, this.numbers) = (file, names, columns, lines, numbers);

    /// <summary>The names of the columns in their order.</summary>
    public IReadOnlyList<string> Columns => names;

    /// <summary>The number of rows, the header not counted.</summary>
    public int RowCount => lines.Count;

    /// <summary>A column as text, [rows].</summary>
    /// <param name="column">Its name.</param>
    /// <exception cref="KeyNotFoundException">There is no such column, or there are several.</exception>
    public string[] Strings(string column) => [.. columns[IndexOf(column)]];

    /// <summary>A column as float64 numbers, [rows]; an empty field is NaN.</summary>
    /// <param name="column">Its name.</param>
    /// <exception cref="KeyNotFoundException">There is no such column, or there are several.</exception>
    /// <exception cref="FileFormatException">A field is no number; the message names the line.</exception>
    public NDArray Numbers(string column)
    {
        var index = IndexOf(column);
        var values = new double[RowCount];
        for (var row = 0; row < values.Length; row++)
            values[row] = Number(index, row);
        return np.array(values);
    }

    /// <summary>Columns side by side as float32 numbers, [rows, columns], as a network takes them; an empty field is NaN.</summary>
    /// <param name="selected">Their names, in the order wanted; none for all.</param>
    /// <exception cref="KeyNotFoundException">There is no such column, or there are several.</exception>
    /// <exception cref="FileFormatException">A field is no number; the message names the line.</exception>
    public NDArray Matrix(params string[] selected)
    {
        int[] indices = selected.Length == 0 ? [.. Enumerable.Range(0, names.Length)] : [.. selected.Select(IndexOf)];
        var values = new float[RowCount, indices.Length];
        for (var row = 0; row < RowCount; row++)
        for (var column = 0; column < indices.Length; column++)
            values[row, column] = (float)Number(indices[column], row);
        return np.array(values);
    }

    /// <summary>Whether every field of a column is a number or empty, and at least one a number.</summary>
    /// <param name="column">Its name.</param>
    /// <exception cref="KeyNotFoundException">There is no such column, or there are several.</exception>
    public bool IsNumeric(string column)
    {
        var fields = columns[IndexOf(column)];
        return fields.All(field => numbers.TryParse(field, out _)) && fields.Exists(field => field.Length > 0);
    }

    private double Number(int column, int row) =>
        numbers.TryParse(columns[column][row], out var value)
            ? value
            : throw new FileFormatException(
                file,
                $"line {lines[row]}, column '{names[column]}'",
                $"expected a number with '{numbers.DecimalSign}' before its decimals, got '{columns[column][row]}'; read the column with Strings"
            );

    private int IndexOf(string column)
    {
        var index = Array.IndexOf(names, column);
        if (index >= 0 && Array.LastIndexOf(names, column) == index)
            return index;
        throw new KeyNotFoundException(
            $"'{file}' has {(index < 0 ? "no column" : "several columns")} '{column}'; its columns are {string.Join(", ", names)}."
        );
    }
}
