using KerasSharp.Layers;

namespace KerasSharp.Saving;

/// <summary>The attributes of Keras's classes that hold layers, by which files name what is inside a layer.</summary>
internal static class SavedParts
{
    /// <summary>The attributes of a layer in their order; none where it holds no layers.</summary>
    public static IEnumerable<SavedPart> Of(Layer layer) =>
        layer switch
        {
            Model model => [List("layers", model.Layers)],
            Bidirectional both => [One("forward_layer", both.Forward), One("backward_layer", both.Backward)],
            RecurrentLayer recurrent => [One("cell", recurrent.Cell)],
            StackedRNNCells stacked => [List("cells", stacked.Cells)],
            TimeDistributed distributed => [One("layer", distributed.Sublayers[0])],
            { Sublayers.Count: 0 } => [],
            _ => [List(null, layer.Sublayers)],
        };

    private static SavedPart One(string attribute, Layer inner) => new(attribute, [inner], IsList: false);

    private static SavedPart List(string? attribute, IEnumerable<Layer> layers) => new(attribute, [.. layers], IsList: true);
}
