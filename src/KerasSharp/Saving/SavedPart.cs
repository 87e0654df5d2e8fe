using KerasSharp.Layers;

namespace KerasSharp.Saving;

/// <summary>Layers that a layer holds in one attribute.</summary>
/// <param name="Attribute">The attribute's name in Keras's class; null where it is not known.</param>
/// <param name="Layers">The layers.</param>
/// <param name="IsList">Whether the attribute is a list.</param>
internal sealed record SavedPart(string? Attribute, IReadOnlyList<Layer> Layers, bool IsList);
