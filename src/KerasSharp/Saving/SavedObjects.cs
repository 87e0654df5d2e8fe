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
        foreach (var (name, inner) in Parts(layer))
            Visit(path.Length == 0 ? name : $"{path}/{name}", inner);
    }

    /// <summary>The layers inside, each with its path from the outer one.</summary>
    private static IEnumerable<(string Name, Layer Inner)> Parts(Layer layer) =>
        layer switch
        {
            Model model => Listed("layers", model.Layers),
            Bidirectional both => [("forward_layer", both.Forward), ("backward_layer", both.Backward)],
            RecurrentLayer recurrent => [("cell", recurrent.Cell)],
            StackedRNNCells stacked => Listed("cells", stacked.Cells),
            TimeDistributed distributed => [("layer", distributed.Sublayers[0])],
            _ => Listed(null, layer.Sublayers),
        };

    private static IEnumerable<(string, Layer)> Listed(string? list, IEnumerable<Layer> layers)
    {
        var names = new ObjectPaths();
        foreach (var layer in layers)
            yield return (list is null ? names.Next(layer.ClassName) : $"{list}/{names.Next(layer.ClassName)}", layer);
    }
}
