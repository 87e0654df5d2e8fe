namespace KerasSharp.Models.Summaries;

/// <summary>A table of lines and boxes as the Python library rich draws it, which Keras prints with.</summary>
internal sealed class SummaryTable
{
    private readonly IReadOnlyList<(string Title, Alignment Alignment)> columns;
    private readonly int[] widths;

    /// <param name="columns">Titles and alignments.</param>
    /// <param name="desired">The width that each column's text would like.</param>
    /// <param name="total">The width of the whole table.</param>
    public SummaryTable(IReadOnlyList<(string, Alignment)> columns, int[] desired, int total) =>
        (this.columns, widths) = (columns, Reduce([.. desired.Select(width => width + 2)], total - desired.Length - 1));

    public IEnumerable<string> Render(IEnumerable<string[]> rows)
    {
        yield return Rule("┏", "━", "┳", "┓");
        foreach (var line in Lines([.. columns.Select(column => column.Title)], "┃"))
            yield return line;
        yield return Rule("┡", "━", "╇", "┩");
        bool first = true;
        foreach (var row in rows)
        {
            if (!first)
                yield return Rule("├", "─", "┼", "┤");
            first = false;
            foreach (var line in Lines(row, "│"))
                yield return line;
        }
        yield return Rule("└", "─", "┴", "┘");
    }

    /// <summary>Takes the excess over a total from the columns in even parts, the remainders rounded to even as rich does.</summary>
    private static int[] Reduce(int[] values, int total)
    {
        int excess = values.Sum() - total;
        for (int i = 0; i < values.Length && excess > 0; i++)
        {
            int part = Math.Min(values[i], (int)Math.Round((double)excess / (values.Length - i), MidpointRounding.ToEven));
            values[i] -= part;
            excess -= part;
        }
        return values;
    }

    private string Rule(string left, string line, string cross, string right) =>
        left + string.Join(cross, widths.Select(width => string.Concat(Enumerable.Repeat(line, width)))) + right;

    private IEnumerable<string> Lines(string[] cells, string bar)
    {
        var wrapped = cells.Select((cell, i) => CellText.Wrap(cell, widths[i] - 2, columns[i].Alignment)).ToArray();
        for (int line = 0; line < wrapped.Max(cell => cell.Count); line++)
            yield return bar
                + string.Join(bar, wrapped.Select((cell, i) => $" {(line < cell.Count ? cell[line] : new string(' ', widths[i] - 2))} "))
                + bar;
    }
}
