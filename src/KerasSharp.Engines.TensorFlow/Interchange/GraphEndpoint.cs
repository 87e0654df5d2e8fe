using KerasSharp.Engines.TensorFlow.Native;

namespace KerasSharp.Engines.TensorFlow.Interchange;

/// <summary>A tensor of a loaded graph that values are given for or asked of.</summary>
/// <param name="Spec">How it is known outside.</param>
/// <param name="Output">Where it is in the graph.</param>
internal sealed record GraphEndpoint(TensorSpec Spec, GraphOutput Output);
