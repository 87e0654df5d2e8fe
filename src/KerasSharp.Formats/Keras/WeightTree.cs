namespace KerasSharp.Formats.Keras;

/// <summary>The weights of Keras 3's files: the objects of a model by their paths, each with its variables.</summary>
/// <remarks>Objects that a model reaches by several paths are stored at the first one. <see cref="ObjectPaths"/> tells how paths are made.</remarks>
public sealed class WeightTree
{
    // What Keras 2.12 to 2.15 called the layers of a model.
    private const string OldLayers = "_layer_checkpoint_dependencies";
    private const string NewLayers = "layers";

    private readonly Dictionary<string, WeightGroup> byPath;

    internal WeightTree(IReadOnlyList<WeightGroup> groups)
    {
        Groups = groups;
        byPath = groups.ToDictionary(group => group.Path, StringComparer.Ordinal);
    }

    /// <summary>All objects with a group of variables, which may be empty, in the order of their paths.</summary>
    public IReadOnlyList<WeightGroup> Groups { get; }

    /// <summary>The object at a path such as <c>layers/dense_1</c>; null where there is none. Files of Keras 2.12 to 2.15 answer to the same paths.</summary>
    public WeightGroup? Find(string path) =>
        byPath.GetValueOrDefault(path) ?? byPath.GetValueOrDefault(path.Replace(NewLayers, OldLayers, StringComparison.Ordinal));

    /// <summary>Whether there is anything at or below a path.</summary>
    public bool Has(string path) => Groups.Any(group => group.Path == path || group.Path.StartsWith(path + "/", StringComparison.Ordinal));
}
