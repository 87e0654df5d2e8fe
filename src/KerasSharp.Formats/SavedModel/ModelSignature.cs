using Google.Protobuf.Collections;
using KerasSharp.Formats.Protobuf;
using KerasSharp.Formats.Protobuf.Tensors;

namespace KerasSharp.Formats.SavedModel;

/// <summary>A function of a SavedModel that can be called from outside.</summary>
/// <param name="MethodName">What kind of function the writer says it is, such as <c>tensorflow/serving/predict</c>.</param>
/// <param name="Inputs">What it takes, by name.</param>
/// <param name="Outputs">What it gives, by name.</param>
public sealed record ModelSignature(
    string MethodName,
    IReadOnlyDictionary<string, ModelTensor> Inputs,
    IReadOnlyDictionary<string, ModelTensor> Outputs
)
{
    /// <inheritdoc/>
    public override string ToString() => $"({string.Join(", ", Inputs.Values)}) -> ({string.Join(", ", Outputs.Values)})";

    internal static ModelSignature Of(SignatureDef signature, string file, string place) =>
        new(signature.MethodName, Tensors(signature.Inputs, file, place), Tensors(signature.Outputs, file, place));

    private static SortedDictionary<string, ModelTensor> Tensors(MapField<string, TensorInfo> tensors, string file, string place) =>
        new(
            tensors.ToDictionary(
                tensor => tensor.Key,
                tensor =>
                {
                    tensor.Value.Dtype.TryGetDType(out var dtype);
                    return new ModelTensor(
                        tensor.Key,
                        tensor.Value.Name,
                        dtype,
                        TensorShapes.Partial(tensor.Value.TensorShape, file, $"{place}, '{tensor.Key}'")
                    );
                }
            ),
            StringComparer.Ordinal
        );
}
