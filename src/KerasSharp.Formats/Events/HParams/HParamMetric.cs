using KerasSharp.Formats.Protobuf.HParams;

namespace KerasSharp.Formats.Events;

/// <summary>A metric by which an experiment's runs are compared.</summary>
/// <param name="Tag">The tag of its scalars.</param>
/// <param name="Group">The folder of its scalars below a trial's own, such as <c>validation</c>.</param>
public sealed record HParamMetric(string Tag, string Group = "")
{
    /// <summary>The name shown; the tag where it is empty.</summary>
    public string DisplayName { get; init; } = "";

    /// <summary>A description in Markdown.</summary>
    public string Description { get; init; } = "";

    /// <summary>Which data it is measured on.</summary>
    public HParamDataset Dataset { get; init; }

    internal MetricInfo ToMessage() =>
        new()
        {
            Name = new MetricName { Tag = Tag, Group = Group },
            DisplayName = DisplayName,
            Description = Description,
            DatasetType = (DatasetType)Dataset,
        };
}
