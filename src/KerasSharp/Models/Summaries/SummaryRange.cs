using System.Text.RegularExpressions;
using KerasSharp.Layers;

namespace KerasSharp.Models.Summaries;

/// <summary>The layers between two patterns.</summary>
internal static class SummaryRange
{
    public static IEnumerable<Layer> Choose(IReadOnlyList<Layer> layers, (string First, string Last)? range)
    {
        if (range is not { } patterns)
            return layers;
        var first = Matches(layers, patterns.First);
        var last = Matches(layers, patterns.Last);
        if (first.Length == 0 || last.Length == 0)
            throw new ArgumentException(
                $"The patterns ('{patterns.First}', '{patterns.Last}') of layerRange fit none of the layers {string.Join(", ", layers.Select(layer => layer.Name))}."
            );
        var (from, to) = first.Min() > last.Max() ? (last.Min(), first.Max()) : (first.Min(), last.Max());
        return layers.Skip(from).Take(to - from + 1);
    }

    private static int[] Matches(IReadOnlyList<Layer> layers, string pattern) =>
        [.. Enumerable.Range(0, layers.Count).Where(i => Regex.IsMatch(layers[i].Name, $"^(?:{pattern})"))];
}
