namespace KerasSharp.Formats.Records;

/// <summary>What a parser found.</summary>
/// <param name="Dense">The features of fixed length and the sequences, by name.</param>
/// <param name="Sparse">The features of variable length, by name.</param>
public sealed record ParsedFeatures(IReadOnlyDictionary<string, TensorValue> Dense, IReadOnlyDictionary<string, SparseValue> Sparse)
{
    /// <summary>The value of a feature of fixed length, or of a sequence.</summary>
    /// <exception cref="KeyNotFoundException">There is none of that name.</exception>
    public TensorValue this[string name] => Dense[name];

    /// <summary>The values of a batch of one example, without the batch's axis.</summary>
    internal ParsedFeatures First() =>
        new(
            Dense.ToDictionary(pair => pair.Key, pair => First(pair.Value)),
            Sparse.ToDictionary(pair => pair.Key, pair => First(pair.Value))
        );

    private static TensorValue First(TensorValue value) =>
        value.DType == DType.String
            ? TensorValue.FromStrings(value.Shape.Slice(1), [.. value.Strings])
            : TensorValue.FromBytes(value.DType, value.Shape.Slice(1), value.Bytes);

    private static SparseValue First(SparseValue value)
    {
        long[] places = [.. value.Indices.ToInts().Where((_, i) => i % 2 == 1)];
        return new SparseValue(TensorValue.From<long>(Shape.Of(places.Length, 1), places), value.Values, value.DenseShape.Slice(1));
    }
}
