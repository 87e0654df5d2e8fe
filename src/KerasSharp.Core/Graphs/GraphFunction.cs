namespace KerasSharp.Graphs;

/// <summary>A part of a graph with named inputs, used as the body of a <c>Scan</c>: placeholders in, tensors out.</summary>
/// <param name="Inputs">The placeholders.</param>
/// <param name="Outputs">What is computed from them.</param>
public sealed record GraphFunction(IReadOnlyList<Tensor> Inputs, IReadOnlyList<Tensor> Outputs);
