using KerasSharp.Formats.Protobuf.Plugins;

namespace KerasSharp.Formats.Events;

/// <summary>A part of the page <c>custom scalars</c>.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Charts">Its charts.</param>
/// <param name="Closed">Whether it is folded at first.</param>
public sealed record ScalarCategory(string Title, IReadOnlyList<ScalarChart> Charts, bool Closed = false)
{
    internal Category ToMessage()
    {
        var message = new Category { Title = Title, Closed = Closed };
        message.Chart.AddRange(Charts.Select(chart => chart.Message));
        return message;
    }
}
