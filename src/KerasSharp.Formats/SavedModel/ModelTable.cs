namespace KerasSharp.Formats.SavedModel;

/// <summary>A lookup table of a SavedModel that is filled when the model starts, such as the vocabulary of a text layer.</summary>
/// <param name="Path">The attributes that lead to it from the root, such as <c>layer_with_weights-0/_lookup_layer/lookup_table</c>.</param>
/// <param name="Keys">What is looked up.</param>
/// <param name="Values">What is found, one for each key.</param>
public sealed record ModelTable(string Path, TensorValue Keys, TensorValue Values);
