using KerasSharp.Layers;

namespace KerasSharp;

public partial class Model
{
    /// <summary>The layers: of a functional model from inputs to outputs, input layers included.</summary>
    public virtual IReadOnlyList<Layer> Layers => network?.Layers ?? Sublayers;

    /// <summary>The layer of a name.</summary>
    /// <exception cref="ArgumentException">There is none; the message lists the names.</exception>
    public Layer GetLayer(string name) =>
        Layers.FirstOrDefault(layer => layer.Name == name)
        ?? throw new ArgumentException(
            $"No such layer: {name}. Existing layers are: [{string.Join(", ", Layers.Select(layer => $"'{layer.Name}'"))}].",
            nameof(name)
        );

    /// <summary>The layer at an index; a negative one counts from the end.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is none.</exception>
    public Layer GetLayer(int index)
    {
        int at = index < 0 ? index + Layers.Count : index;
        return at >= 0 && at < Layers.Count
            ? Layers[at]
            : throw new ArgumentOutOfRangeException(
                nameof(index),
                $"Was asked to retrieve layer at index {index} but model '{Name}' only has {Layers.Count} layers."
            );
    }

    /// <summary>All weights in the order of <see cref="Layers"/>.</summary>
    public override IReadOnlyList<Variable> Weights =>
        network is null ? base.Weights : [.. Layers.SelectMany(layer => layer.Weights).Distinct()];
}
