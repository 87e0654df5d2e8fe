namespace KerasSharp.Formats.Keras;

/// <summary>What a <c>.keras</c> archive holds.</summary>
public sealed record ArchiveData
{
    /// <summary>The model's configuration as JSON, with its <c>compile_config</c> where it was compiled.</summary>
    public required string ConfigJson { get; init; }

    /// <summary>The objects with their variables, the optimizer among them as <c>optimizer</c>.</summary>
    public required IReadOnlyList<ObjectData> Objects { get; init; }

    /// <summary>The files that layers keep beside their weights, by paths such as <c>layers/string_lookup/vocabulary.txt</c>.</summary>
    public IReadOnlyDictionary<string, byte[]> Assets { get; init; } = new Dictionary<string, byte[]>();

    /// <summary>The version of Keras whose layout this is, such as <c>3.15.1</c>.</summary>
    public required string KerasVersion { get; init; }

    /// <summary>When it is saved; now by default, in local time.</summary>
    public DateTime Saved { get; init; } = DateTime.Now;
}
