using KerasSharp.Models.Summaries;

namespace KerasSharp;

public partial class Model
{
    /// <summary>Prints the layers with their output shapes and numbers of parameters, as Keras 3 does.</summary>
    /// <param name="lineLength">The width; by default that of the console minus 4, at most 88, or 108 where connections are shown.</param>
    /// <param name="positions">Where each column ends, as parts of the width.</param>
    /// <param name="print">What receives the text; the console by default.</param>
    /// <param name="expandNested">Whether the layers of nested models are shown; false by default.</param>
    /// <param name="showTrainable">Whether a column tells which layers are trained; false by default.</param>
    /// <param name="layerRange">Patterns of the first and last layer to show; all by default.</param>
    /// <exception cref="ArgumentException">The width is too small, or no layer fits the range.</exception>
    public void Summary(
        int? lineLength = null,
        IReadOnlyList<double>? positions = null,
        Action<string>? print = null,
        bool expandNested = false,
        bool showTrainable = false,
        (string First, string Last)? layerRange = null
    ) => (print ?? Console.WriteLine)(SummaryText(ConsoleWidth.Current, lineLength, positions, expandNested, showTrainable, layerRange));

    /// <summary>The text of <see cref="Summary"/> for a console of a width.</summary>
    internal string SummaryText(
        int consoleWidth,
        int? lineLength = null,
        IReadOnlyList<double>? positions = null,
        bool expandNested = false,
        bool showTrainable = false,
        (string First, string Last)? layerRange = null
    )
    {
        var layout = new SummaryLayout(this, consoleWidth, lineLength, positions, showTrainable);
        var rows = new SummaryRows(this, layout.ShowsConnections, expandNested, showTrainable).Of(SummaryRange.Choose(Layers, layerRange));
        return string.Join(
            '\n',
            [
                $"Model: \"{Name}\"",
                .. layout.Table.Render(rows),
                .. SummaryTotals.Lines(this, Optimizer is { Built: true } ? Optimizer.Variables : []),
            ]
        );
    }
}
