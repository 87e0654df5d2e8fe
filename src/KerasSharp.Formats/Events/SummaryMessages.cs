using KerasSharp.Formats.Protobuf;
using Metadata = KerasSharp.Formats.Protobuf.SummaryMetadata;

namespace KerasSharp.Formats.Events;

/// <summary>The messages that every kind of summary is made of.</summary>
internal static class SummaryMessages
{
    /// <summary>A tensor under a tag.</summary>
    public static Summary.Types.Value Value(string tag, TensorProto tensor, Metadata? metadata)
    {
        var value = new Summary.Types.Value { Tag = tag, Tensor = tensor };
        if (metadata is not null)
            value.Metadata = metadata;
        return value;
    }

    /// <summary>Metadata of a plugin that keeps nothing beside the value.</summary>
    public static SummaryMetadata Of(string plugin, string? description) => new(plugin) { Description = description ?? "" };
}
