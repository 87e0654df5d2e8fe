using KerasSharp.Formats.Protobuf;

namespace KerasSharp.Formats.SavedModel;

/// <summary>What is written as a SavedModel.</summary>
/// <param name="Library">A graph that has all functions in its library, and the version of TensorFlow's operations that they are made of.</param>
/// <param name="Functions">The functions to offer, one at least. The first is also the signature <c>serving_default</c>.</param>
/// <param name="Variables">All variables, in the model's order.</param>
public sealed record ModelToSave(GraphDef Library, IReadOnlyList<FunctionToSave> Functions, IReadOnlyList<VariableToSave> Variables)
{
    /// <summary>The version of the TensorFlow that made the functions, such as <c>2.21.0</c>; empty if it is not known.</summary>
    public string TensorFlowVersion { get; init; } = "";
}
