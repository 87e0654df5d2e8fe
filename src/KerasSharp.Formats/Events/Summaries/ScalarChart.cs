using KerasSharp.Formats.Protobuf.Plugins;

namespace KerasSharp.Formats.Events;

/// <summary>A chart of the page <c>custom scalars</c>.</summary>
public sealed class ScalarChart
{
    private ScalarChart(Chart message) => Message = message;

    internal Chart Message { get; }

    /// <summary>A chart of several curves.</summary>
    /// <param name="title">Its title.</param>
    /// <param name="tags">Regular expressions of the curves' tags.</param>
    public static ScalarChart Multiline(string title, params IReadOnlyList<string> tags)
    {
        var content = new MultilineChartContent();
        content.Tag.AddRange(tags);
        return new(new Chart { Title = title, Multiline = content });
    }

    /// <summary>A chart of curves with a band around each.</summary>
    /// <param name="title">Its title.</param>
    /// <param name="series">The tags of each curve and of its lower and upper bound.</param>
    public static ScalarChart Margin(string title, params IReadOnlyList<(string Value, string Lower, string Upper)> series)
    {
        var content = new MarginChartContent();
        foreach (var (value, lower, upper) in series)
            content.Series.Add(
                new MarginChartContent.Types.Series
                {
                    Value = value,
                    Lower = lower,
                    Upper = upper,
                }
            );
        return new(new Chart { Title = title, Margin = content });
    }
}
