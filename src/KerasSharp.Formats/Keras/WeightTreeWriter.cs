using KerasSharp.Formats.Hdf5;

namespace KerasSharp.Formats.Keras;

/// <summary>Writes Keras 3's <c>.weights.h5</c>.</summary>
public static class WeightTreeWriter
{
    /// <summary>Writes a file, which is there whole or not at all.</summary>
    /// <param name="path">Its path, which Keras wants to end with <c>.weights.h5</c>; a file there is replaced.</param>
    /// <param name="objects">The objects, each once. One without variables is written as an empty group, which Keras 2 wants for every layer.</param>
    /// <exception cref="ArgumentException">Two objects have one path, or two variables of one object one name.</exception>
    /// <exception cref="NotSupportedException">An array's type has no counterpart in HDF5.</exception>
    public static void Write(string path, IEnumerable<ObjectData> objects) => Build(objects).Write(path);

    /// <summary>The file of a tree.</summary>
    internal static Hdf5FileBuilder Build(IEnumerable<ObjectData> objects)
    {
        var file = new Hdf5FileBuilder();
        foreach (var item in objects)
            Add(file.Root, item.Path, item.Name, item.Variables);
        return file;
    }

    /// <summary>Adds an object, or more of its variables.</summary>
    internal static void Add(Hdf5GroupBuilder root, string path, string? name, IReadOnlyList<WeightData> variables)
    {
        var group = root.Group($"{path}/vars");
        if (name is not null)
            group.SetAttribute("name", name);
        foreach (var variable in variables)
        {
            var dataset = group.Add(variable.Name, variable.Value, variable.StoredAs);
            if (variable.StoredAs == DType.BFloat16)
                dataset.SetAttribute("dtype", DType.BFloat16.Name());
        }
    }
}
