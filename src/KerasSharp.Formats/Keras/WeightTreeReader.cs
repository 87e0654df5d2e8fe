using KerasSharp.Formats.Hdf5;

namespace KerasSharp.Formats.Keras;

/// <summary>Finds the objects of a tree in an HDF5 file.</summary>
internal sealed class WeightTreeReader
{
    private const string Variables = "vars";

    // Far deeper than any model; a group that holds itself ends here.
    private const int MostDepth = 64;

    private readonly List<WeightGroup> groups = [];
    private readonly HashSet<long> seen = [];

    private WeightTreeReader() { }

    /// <summary>The objects with variables below a group.</summary>
    public static IReadOnlyList<WeightGroup> Read(Hdf5Group root)
    {
        var reader = new WeightTreeReader();
        reader.Walk(root, 0);
        return reader.groups;
    }

    private void Walk(Hdf5Group group, int depth)
    {
        // Hard links can make a group its own child, or one child of many: each group is an object of its own in Keras's files.
        if (depth > MostDepth || !seen.Add(group.Header.Address))
            throw group.Error("this group is met twice, or within too many others. The file is damaged.");
        foreach (string name in group.Names)
            if (group[name] is Hdf5Group child)
                if (name == Variables)
                    groups.Add(ReadGroup(group.Path, child));
                else
                    Walk(child, depth + 1);
    }

    private static WeightGroup ReadGroup(string path, Hdf5Group variables) =>
        new(path, HeaderText.Find(variables, "name"), [.. variables.Datasets.Select(dataset => KerasVariable.Of(dataset.Name, dataset))]);
}
