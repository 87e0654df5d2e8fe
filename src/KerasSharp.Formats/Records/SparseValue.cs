namespace KerasSharp.Formats.Records;

/// <summary>Values with their places, as TensorFlow's <c>SparseTensor</c>: what a feature of variable length gives.</summary>
/// <param name="Indices">The place of each value, int64 of shape [values, rank].</param>
/// <param name="Values">The values, of shape [values].</param>
/// <param name="DenseShape">The shape of the array that has all places: the longest example gives the last axis.</param>
public sealed record SparseValue(TensorValue Indices, TensorValue Values, Shape DenseShape);
