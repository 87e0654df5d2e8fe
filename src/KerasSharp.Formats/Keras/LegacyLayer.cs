namespace KerasSharp.Formats.Keras;

/// <summary>The weights of a layer in a legacy <c>.h5</c> file.</summary>
/// <param name="Name">The layer's name.</param>
/// <param name="Weights">The weights in the layer's order: trainable, then non-trainable ones; none for layers without weights.</param>
public sealed record LegacyLayer(string Name, IReadOnlyList<KerasVariable> Weights);
