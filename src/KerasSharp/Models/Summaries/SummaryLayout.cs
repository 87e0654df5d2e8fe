using KerasSharp.Layers;

namespace KerasSharp.Models.Summaries;

/// <summary>The columns of a summary and their widths.</summary>
internal sealed class SummaryLayout
{
    private const int MinimumWidth = 4;
    private const int TrainableWidth = 12;

    public SummaryLayout(Model model, int consoleWidth, int? lineLength, IReadOnlyList<double>? positions, bool showTrainable)
    {
        ShowsConnections = !IsSequentialLike(model);
        var columns = new List<(string Title, Alignment Alignment)>
        {
            ("Layer (type)", Alignment.Left),
            ("Output Shape", Alignment.Left),
            ("Param #", Alignment.Right),
        };
        if (ShowsConnections)
            columns.Add(("Connected to", Alignment.Left));
        positions ??= ShowsConnections ? [0.3, 0.56, 0.74, 1.0] : [0.45, 0.8, 1.0];
        if (showTrainable)
        {
            columns.Add(("Trainable", Alignment.Center));
            positions = [.. positions.Select(position => position * 0.9), 1.0];
        }
        if (positions.Count != columns.Count)
            throw new ArgumentException(
                $"Summary has {columns.Count} columns; positions has {positions.Count} numbers.",
                nameof(positions)
            );
        int width = lineLength ?? Math.Min((ShowsConnections ? 108 : 88) + (showTrainable ? TrainableWidth : 0), consoleWidth - 4);
        Table = new SummaryTable(columns, Widths(positions, width), width);
    }

    /// <summary>Whether a column tells what each layer is connected to.</summary>
    public bool ShowsConnections { get; }

    public SummaryTable Table { get; }

    private static int[] Widths(IReadOnlyList<double> positions, int width)
    {
        var widths = new int[positions.Count];
        int current = 0;
        for (int i = 0; i < widths.Length; i++)
        {
            widths[i] = (int)(positions[i] * width) - current;
            if (widths[i] < MinimumWidth)
                throw new ArgumentException(
                    $"A line of {width} characters is too short for the {widths.Length} columns of a summary. Give a greater lineLength."
                );
            current += widths[i];
        }
        return widths;
    }

    /// <summary>Whether every layer has one input and is used once, so that the order says it all.</summary>
    private static bool IsSequentialLike(Model model)
    {
        if (model is Sequential || model.Network is not { } network)
            return true;
        return network.NodesByDepth.All(nodes => nodes.Length == 1 && nodes[0].Inputs.Count <= 1)
            && network.Layers.All(layer => layer.InboundNodes.Count(network.NodeSet.Contains) <= 1);
    }
}
