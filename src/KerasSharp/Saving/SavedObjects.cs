using KerasSharp.Formats.Keras;
using KerasSharp.Layers;

namespace KerasSharp.Saving;

/// <summary>
/// The paths of a model's layers in Keras 3's files: the attributes of Keras's classes on the way, and in a list the class's name with a number.
/// A layer that is reached twice stands at its first path.
/// </summary>
internal sealed class SavedObjects
{
    private readonly List<SavedObject> found = [];
    private readonly HashSet<Layer> visited = [];

    /// <summary>All of them, a layer before those inside it.</summary>
    public static IReadOnlyList<SavedObject> Of(Layer root)
    {
        var walk = new SavedObjects();
        walk.Visit("", root);
        return walk.found;
    }

    private void Visit(string path, Layer layer)
    {
        if (!visited.Add(layer))
            return;
        found.Add(new SavedObject(path, layer));
        foreach (var part in SavedParts.Of(layer))
            VisitPart(path, part);
    }

    private void VisitPart(string path, SavedPart part)
    {
        var names = new ObjectPaths();
        foreach (var inner in part.Layers)
        {
            var name = part.IsList ? names.Next(inner.ClassName) : null;
            Visit(string.Join('/', ((string?[])[path, part.Attribute, name]).Where(step => !string.IsNullOrEmpty(step))), inner);
        }
    }
}
