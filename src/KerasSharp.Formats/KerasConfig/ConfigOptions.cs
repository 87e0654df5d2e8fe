namespace KerasSharp.Formats.KerasConfig;

/// <summary>What is known about a config beside its text.</summary>
public sealed record ConfigOptions
{
    /// <summary>The file it comes from, for errors; <c>config</c> by default.</summary>
    public string File { get; init; } = "config";

    /// <summary>
    /// The version of Keras that wrote it, as files have it (<c>2.2.4</c>); null (the default) where no file says so. It decides only what the text cannot tell:
    /// which <c>hard_sigmoid</c> is meant, and what a GRU without <c>reset_after</c> does.
    /// </summary>
    public string? KerasVersion { get; init; }

    /// <summary>Names of classes that the user provides: they may come from any module, and their arguments are left as they are.</summary>
    public IReadOnlySet<string> CustomNames { get; init; } = new HashSet<string>();
}
