using System.Text.RegularExpressions;

namespace KerasSharp.Models.Summaries;

/// <summary>Text broken at spaces into lines of a width; a word that is too long loses its end.</summary>
internal static partial class CellText
{
    public static IReadOnlyList<string> Wrap(string text, int width, Alignment alignment) =>
        [.. Break(text, width).Select(line => Fit(line, width, alignment))];

    private static IEnumerable<string> Break(string text, int width)
    {
        var line = "";
        foreach (Match word in Words().Matches(text))
        {
            if (line.Length > 0 && line.Length + word.Value.TrimEnd().Length > width)
            {
                yield return line;
                line = "";
            }
            line += word.Value;
        }
        yield return line;
    }

    private static string Fit(string line, int width, Alignment alignment)
    {
        line = line.TrimEnd();
        if (line.Length > width)
            line = line[..(width - 1)] + "…";
        return alignment switch
        {
            Alignment.Right => line.PadLeft(width),
            Alignment.Center => line.PadLeft(line.Length + (width - line.Length) / 2).PadRight(width),
            _ => line.PadRight(width),
        };
    }

    [GeneratedRegex(@"\s*\S+\s*")]
    private static partial Regex Words();
}
