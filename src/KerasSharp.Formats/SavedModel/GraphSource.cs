using KerasSharp.Formats.Checkpoints;
using KerasSharp.Formats.Checkpoints.Bundles;

namespace KerasSharp.Formats.SavedModel;

/// <summary>Where a graph came from, and what lies beside it.</summary>
/// <param name="folder">The folder in which the assets' folder is.</param>
/// <param name="file">The file of the graph, for errors.</param>
/// <param name="prefix">The path of the variables' checkpoint, without an ending.</param>
internal sealed class GraphSource(string folder, string file, string prefix)
{
    private readonly Lazy<Checkpoint?> checkpoint = new(() =>
        System.IO.File.Exists(BundlePaths.Index(prefix)) ? Checkpoints.Checkpoint.Open(prefix) : null
    );

    /// <summary>The folder in which the assets' folder is.</summary>
    public string Folder => folder;

    /// <summary>The file of the graph.</summary>
    public string File => file;

    /// <summary>The path of the variables' checkpoint, without an ending.</summary>
    public string Prefix => prefix;

    /// <summary>The variables' values; null where there are none.</summary>
    /// <exception cref="FileFormatException">The checkpoint is damaged.</exception>
    public Checkpoint? Checkpoint => checkpoint.Value;
}
