using Google.Protobuf;
using Message = KerasSharp.Formats.Protobuf.SummaryMetadata;

namespace KerasSharp.Formats.Events;

/// <summary>What stands beside a summary's value: which plugin of TensorBoard shows it, and how.</summary>
/// <param name="Plugin">The plugin's name, such as <c>scalars</c>.</param>
/// <param name="Content">What only that plugin understands.</param>
public sealed record SummaryMetadata(string Plugin, ReadOnlyMemory<byte> Content = default)
{
    /// <summary>The name that is shown; the tag where it is empty.</summary>
    public string DisplayName { get; init; } = "";

    /// <summary>A description in Markdown.</summary>
    public string Description { get; init; } = "";

    /// <summary>Which kind of data it is.</summary>
    public SummaryDataClass DataClass { get; init; }

    internal static SummaryMetadata From(Message message) =>
        new(message.PluginData?.PluginName ?? "", message.PluginData?.Content.Memory ?? default)
        {
            DisplayName = message.DisplayName,
            Description = message.SummaryDescription,
            DataClass = (SummaryDataClass)message.DataClass,
        };

    internal Message ToMessage() =>
        new()
        {
            PluginData = new Message.Types.PluginData { PluginName = Plugin, Content = ByteString.CopyFrom(Content.Span) },
            DisplayName = DisplayName,
            SummaryDescription = Description,
            DataClass = (Protobuf.DataClass)DataClass,
        };
}
