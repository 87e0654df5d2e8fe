using KerasSharp.Formats.Protobuf.HParams;

namespace KerasSharp.Formats.Events;

/// <summary>A hyperparameter of an experiment.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Domain">The values it may take; null for any.</param>
public sealed record HParam(string Name, HParamDomain? Domain = null)
{
    /// <summary>The name shown; <see cref="Name"/> where it is empty.</summary>
    public string DisplayName { get; init; } = "";

    /// <summary>A description in Markdown.</summary>
    public string Description { get; init; } = "";

    internal HParamInfo ToMessage()
    {
        var info = new HParamInfo
        {
            Name = Name,
            DisplayName = DisplayName,
            Description = Description,
        };
        Domain?.Describe(info);
        return info;
    }
}
