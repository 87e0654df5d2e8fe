using KerasSharp.Formats.SavedModel;
using NumSharp;

namespace KerasSharp.Engines.TensorFlow.Interchange;

/// <summary>A function of a <see cref="SavedModel"/>. Several threads may run it at once.</summary>
public sealed class SavedModelSignature
{
    private readonly Lazy<GraphCall> call;

    private SavedModelSignature(string name, string methodName, Lazy<GraphCall> call) =>
        (Name, MethodName, this.call) = (name, methodName, call);

    /// <summary>The name.</summary>
    public string Name { get; }

    /// <summary>What kind of function the writer says it is, such as <c>tensorflow/serving/predict</c>.</summary>
    public string MethodName { get; }

    /// <summary>What it takes, by the names of the arguments in alphabetical order.</summary>
    /// <exception cref="NotSupportedException">The signature has sparse, ragged or other composite tensors.</exception>
    public IReadOnlyList<TensorSpec> Inputs => call.Value.Inputs;

    /// <summary>What it gives, by the names of the results in alphabetical order.</summary>
    /// <exception cref="NotSupportedException">The signature has sparse, ragged or other composite tensors.</exception>
    public IReadOnlyList<TensorSpec> Outputs => call.Value.Outputs;

    /// <summary>Runs it.</summary>
    /// <param name="inputs">
    /// A value for each input by its name: an NDArray, a C# array or a number, converted to the input's type; for an input of strings a string,
    /// its bytes, or an array of either of any rank; or a <see cref="TensorValue"/> for any type.
    /// </param>
    /// <exception cref="ArgumentException">A name is unknown, missing or there twice, or a value does not fit.</exception>
    /// <exception cref="NotSupportedException">The signature has sparse, ragged or other composite tensors.</exception>
    /// <exception cref="ObjectDisposedException">The SavedModel was closed.</exception>
    /// <exception cref="TensorFlowException">The graph failed.</exception>
    public TensorResults Run(params (string Name, object Value)[] inputs) => call.Value.Run((IReadOnlyList<(string, object)>)inputs);

    /// <summary>Computes the outputs of a signature that takes one tensor.</summary>
    /// <param name="input">The array for it, converted to its type.</param>
    /// <exception cref="ArgumentException">The signature takes none or several, or the shape does not fit.</exception>
    /// <exception cref="NotSupportedException">The signature has sparse, ragged or other composite tensors.</exception>
    /// <exception cref="ObjectDisposedException">The SavedModel was closed.</exception>
    /// <exception cref="TensorFlowException">The graph failed.</exception>
    public TensorResults Run(NDArray input) => call.Value.Run([input]);

    /// <inheritdoc/>
    public override string ToString() => $"{Name}({string.Join(", ", Inputs)}) -> ({string.Join(", ", Outputs)})";

    /// <summary>The signature that a SavedModel defines; its tensors are looked up at first use, so that one of an odd type is in nobody else's way.</summary>
    internal static SavedModelSignature Create(
        string name,
        ModelSignature definition,
        GraphSession session,
        GraphEndpoints ends,
        string folder
    )
    {
        var what = $"The signature '{name}' of '{folder}'";
        return new SavedModelSignature(
            name,
            definition.MethodName,
            new Lazy<GraphCall>(() =>
                new GraphCall(session, Endpoints(definition.Inputs, ends, what), Endpoints(definition.Outputs, ends, what), what)
            )
        );
    }

    private static GraphEndpoint[] Endpoints(IReadOnlyDictionary<string, ModelTensor> tensors, GraphEndpoints ends, string what) =>
        [.. tensors.Values.OrderBy(tensor => tensor.Name, StringComparer.Ordinal).Select(tensor => Endpoint(tensor, ends, what))];

    private static GraphEndpoint Endpoint(ModelTensor tensor, GraphEndpoints ends, string what)
    {
        if (tensor.TensorName.Length == 0)
            throw new NotSupportedException(
                $"{what}: '{tensor.Name}' is a sparse, ragged or other composite tensor, which is not supported. Export a signature of dense tensors."
            );
        var found = ends.Find(tensor.TensorName);
        return found with { Spec = new TensorSpec(tensor.Name, found.Spec.DType, tensor.Shape) };
    }
}
