namespace KerasSharp.Formats.SavedModel;

/// <summary>A function that a SavedModel offers: an attribute in Python (<c>loaded.serve(x)</c>), and a signature for servers.</summary>
/// <param name="Name">The name of both, such as <c>serve</c>.</param>
/// <param name="FunctionName">The name of the function in the graph's library. It takes the inputs, then the handles of the variables.</param>
/// <param name="Inputs">What it takes, in order. A signature takes it by these names, with <c>_</c> for what no Python name has.</param>
/// <param name="Outputs">What it gives, in order. A signature gives it by these names.</param>
/// <param name="Variables">The variables that it reads or writes, in the order of its arguments.</param>
public sealed record FunctionToSave(
    string Name,
    string FunctionName,
    IReadOnlyList<TensorSpec> Inputs,
    IReadOnlyList<TensorSpec> Outputs,
    IReadOnlyList<VariableToSave> Variables
)
{
    /// <summary>
    /// Whether Python gets a dictionary by the outputs' names; a single tensor or a list of tensors otherwise, which is the default.
    /// </summary>
    public bool ReturnsDictionary { get; init; }
}
