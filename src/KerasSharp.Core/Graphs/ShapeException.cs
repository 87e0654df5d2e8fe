namespace KerasSharp.Graphs;

/// <summary>Thrown by a shape rule whose inputs do not fit; the operation adds its name and its inputs.</summary>
public sealed class ShapeException(string message) : Exception(message);
