using ScottPlot;
using ScottPlot.TickGenerators;

namespace KerasSharp.Examples.Plots;

/// <summary>Draws a training run: one picture a quantity, training and validation in one.</summary>
internal static class Curves
{
    private const string Validation = "val_";
    private const string FontName = "KerasSharp plots";

    /// <summary>
    /// The font travels with the program: on a machine without fonts text would be left out without a word.
    /// </summary>
    static Curves()
    {
        Fonts.AddFontFile(FontName, Path.Combine(AppContext.BaseDirectory, "Plots", "PlotFont.ttf"), bold: false, italic: false);
        Fonts.Default = FontName;
    }

    /// <summary>Saves a PNG for every loss and metric of a run.</summary>
    /// <returns>The files' paths.</returns>
    public static IReadOnlyList<string> Save(History history, string folder, string name)
    {
        Directory.CreateDirectory(folder);
        var files = new List<string>();
        foreach (var quantity in history.Values.Keys.Where(key => !key.StartsWith(Validation, StringComparison.Ordinal)))
        {
            files.Add(Path.Combine(folder, $"{name}-{quantity}.png"));
            Draw(history, quantity).SavePng(files[^1], 640, 480);
        }
        return files;
    }

    private static Plot Draw(History history, string quantity)
    {
        var plot = new Plot();
        Add(plot, history, quantity, "training");
        Add(plot, history, Validation + quantity, "validation");
        plot.Title(quantity);
        plot.XLabel("epoch");
        plot.YLabel(quantity);
        plot.Axes.Bottom.TickGenerator = new NumericAutomatic { IntegerTicksOnly = true };
        plot.ShowLegend(Edge.Bottom);
        plot.Font.Set(FontName);
        return plot;
    }

    private static void Add(Plot plot, History history, string key, string label)
    {
        if (!history.Values.TryGetValue(key, out var values))
            return;
        var curve = plot.Add.Scatter(Enumerable.Range(1, values.Count).Select(epoch => (double)epoch).ToArray(), values.ToArray());
        curve.LegendText = label;
    }
}
