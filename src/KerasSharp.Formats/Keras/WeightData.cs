using NumSharp;

namespace KerasSharp.Formats.Keras;

/// <summary>An array to be written into a model file.</summary>
/// <param name="Name">Its key in a tree, such as <c>0</c>; its path in a legacy file, such as <c>sequential/dense/kernel</c>.</param>
/// <param name="Value">The array, which must stay as it is until the file is written.</param>
/// <param name="StoredAs">The type in the file where it is not the array's own; <see cref="DType.BFloat16"/> takes float32 arrays.</param>
public sealed record WeightData(string Name, NDArray Value, DType? StoredAs = null);
