using NumSharp;

namespace KerasSharp.Formats.Hdf5;

/// <summary>A group that will be written.</summary>
public sealed class Hdf5GroupBuilder : Hdf5ObjectBuilder
{
    private readonly SortedDictionary<string, Hdf5ObjectBuilder> children = new(StringComparer.Ordinal);

    internal Hdf5GroupBuilder() { }

    internal IReadOnlyDictionary<string, Hdf5ObjectBuilder> Children => children;

    /// <summary>The group at a path from here, made with all groups on the way where it is not there.</summary>
    /// <param name="path">Names with <c>/</c> between.</param>
    /// <exception cref="ArgumentException">There is a dataset on the way.</exception>
    public Hdf5GroupBuilder Group(string path)
    {
        var group = this;
        foreach (string name in path.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!group.children.TryGetValue(name, out var child))
                group.children[name] = child = new Hdf5GroupBuilder();
            group = child as Hdf5GroupBuilder ?? throw new ArgumentException($"'{name}' in '{path}' is a dataset, not a group.");
        }
        return group;
    }

    /// <summary>Adds an array. It is read when the file is written, and must stay as it is until then.</summary>
    /// <param name="path">Where, from here; groups on the way are made.</param>
    /// <param name="array">The array.</param>
    /// <param name="storedAs">The type in the file where it is not the array's own; <see cref="DType.BFloat16"/> takes float32 arrays.</param>
    /// <exception cref="ArgumentException">There is something at the path already.</exception>
    /// <exception cref="NotSupportedException">The type has no counterpart in HDF5.</exception>
    public Hdf5DatasetBuilder Add(string path, NDArray array, DType? storedAs = null)
    {
        int slash = path.LastIndexOf('/');
        var group = slash < 0 ? this : Group(path[..slash]);
        string name = path[(slash + 1)..];
        var dataset = new Hdf5DatasetBuilder(new ArrayContent(array, storedAs));
        if (name.Length == 0 || !group.children.TryAdd(name, dataset))
            throw new ArgumentException(
                name.Length == 0 ? "A dataset needs a name." : $"There is an object '{path}' already.",
                nameof(path)
            );
        return dataset;
    }
}
