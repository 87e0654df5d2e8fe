namespace KerasSharp.Formats.Keras;

/// <summary>An object (a layer, a cell, the optimizer, …) to be written into a tree.</summary>
/// <param name="Path">Its path, such as <c>layers/dense_1</c>; empty for the model itself. <see cref="ObjectPaths"/> makes them.</param>
/// <param name="Name">Its own name, which Keras 3.15 writes even for objects without variables; null writes none.</param>
/// <param name="Variables">Its variables, named <c>0</c>, <c>1</c>, … in the object's order, or by keys of its own.</param>
public sealed record ObjectData(string Path, string? Name, IReadOnlyList<WeightData> Variables);
