using System.Globalization;
using KerasSharp.Layers;
using KerasSharp.Topology;

namespace KerasSharp.Models.Summaries;

/// <summary>The cells of a summary: a row a layer, and below a nested model its layers.</summary>
internal sealed class SummaryRows(Model model, bool connections, bool expandNested, bool trainable)
{
    public IEnumerable<string[]> Of(IEnumerable<Layer> layers) => layers.SelectMany(layer => Rows(layer, 0));

    private IEnumerable<string[]> Rows(Layer layer, int level)
    {
        yield return Row(layer, level);
        if (expandNested && layer is Model nested)
            foreach (var row in nested.Layers.SelectMany(inner => Rows(inner, level + 1)))
                yield return row;
    }

    private string[] Row(Layer layer, int level)
    {
        var prefix = level == 0 ? "" : new string(' ', 3 * level) + "└ ";
        var cells = new List<string> { $"{prefix}{layer.Name} ({layer.ClassName})", OutputShape(layer), Params(layer) };
        if (connections)
            cells.Add(Connections(layer));
        if (trainable)
            cells.Add(
                layer.Weights.Count == 0 ? "-"
                : layer.Trainable ? "Y"
                : "N"
            );
        return [.. cells];
    }

    private static string Params(Layer layer) =>
        layer.Built || layer.IsWeightless
            ? layer.Weights.Sum(weight => weight.Shape.Size).ToString("N0", CultureInfo.InvariantCulture)
            : "0 (unbuilt)";

    private static string OutputShape(Layer layer)
    {
        var shapes =
            layer.InboundNodes.Count > 0 ? [.. layer.InboundNodes[^1].Outputs.Select(output => output.Shape)]
            : layer is Model { IsFunctional: true } nested ? [.. nested.Outputs.Select(output => output.Shape)]
            : layer.BuildShapes.Count > 0 ? layer.ComputeOutputShapes(layer.BuildShapes)
            : Array.Empty<Shape>();
        return shapes.Count switch
        {
            0 => "?",
            1 => Text(shapes[0]),
            _ => $"[{string.Join(", ", shapes.Select(Text))}]",
        };
    }

    private static string Text(Shape shape) =>
        $"({string.Join(", ", shape.Select(length => length?.ToString(CultureInfo.InvariantCulture) ?? "None"))})";

    private string Connections(Layer layer)
    {
        var sources = layer
            .InboundNodes.Where(node => model.Network!.NodeSet.Contains(node))
            .SelectMany(node => node.Inputs)
            .Select(KerasHistory.Of)
            .Select(history => $"{history!.Node.Layer.Name}[{history.Node.Index}][{history.TensorIndex}]")
            .ToArray();
        return sources.Length == 0 ? "-" : string.Join(", ", sources);
    }
}
