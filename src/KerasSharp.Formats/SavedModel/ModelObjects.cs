using KerasSharp.Formats.Protobuf;

namespace KerasSharp.Formats.SavedModel;

/// <summary>Reads the objects of a SavedModel.</summary>
internal static class ModelObjects
{
    /// <summary>The objects, connected.</summary>
    /// <exception cref="FileFormatException">One refers to another that is not there.</exception>
    public static ModelObject[] Read(SavedObjectGraph? graph, string file)
    {
        ModelObject[] objects = [.. (graph?.Nodes ?? []).Select((node, id) => new ModelObject(id, node))];
        foreach (var target in objects)
        foreach (var child in target.Message.Children)
        {
            if ((uint)child.NodeId >= (uint)objects.Length)
                throw new FileFormatException(file, $"object {target.Id}", $"refers to object {child.NodeId}; there are {objects.Length}.");
            if (!target.TryAdd(child.LocalName, objects[child.NodeId]))
                throw new FileFormatException(file, $"object {target.Id}", $"has two attributes '{child.LocalName}'.");
        }
        return objects;
    }
}
