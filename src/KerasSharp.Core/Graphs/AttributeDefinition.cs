namespace KerasSharp.Graphs;

/// <summary>An attribute in an op's signature.</summary>
/// <param name="Name">TensorFlow's name.</param>
/// <param name="Type">TensorFlow's type: int, float, bool, string, type, shape, tensor, func, or list(…) of one of them.</param>
/// <param name="Default">The default, or null where the attribute is required or follows from the inputs.</param>
public sealed record AttributeDefinition(string Name, string Type, object? Default);
