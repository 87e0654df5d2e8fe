namespace KerasSharp.Engines.TensorFlow.Interchange;

/// <summary>A function to write into a SavedModel.</summary>
/// <param name="Name">The name of the attribute and of the signature that it becomes, such as <c>serve</c>.</param>
/// <param name="Inputs">Its placeholders, with the names by which a signature takes them.</param>
/// <param name="Outputs">What it computes, with the names by which a signature gives it; one at least.</param>
public sealed record ExportedFunction(
    string Name,
    IReadOnlyList<(string Name, Tensor Tensor)> Inputs,
    IReadOnlyList<(string Name, Tensor Tensor)> Outputs
)
{
    /// <summary>Variables that it changes at each call, with their new values; none by default.</summary>
    public IReadOnlyList<(Variable Variable, Tensor Value)> Updates { get; init; } = [];

    /// <summary>Whether Python gets a dictionary by the outputs' names; a single tensor or a list of tensors otherwise, which is the default.</summary>
    public bool ReturnsDictionary { get; init; }
}
