using NumSharp;

namespace KerasSharp;

/// <summary>
/// One batch from a generator: inputs, targets and sample weights, samples first. A tuple converts to it, so a generator is a method
/// with <c>yield return (x, y);</c>.
/// </summary>
/// <param name="x">The inputs.</param>
/// <param name="y">The targets; null where none are needed.</param>
/// <param name="sampleWeight">The weight of each sample; null for all 1.</param>
public sealed class Batch(DataArrays x, DataArrays? y = null, DataArrays? sampleWeight = null)
{
    /// <summary>The inputs.</summary>
    public DataArrays X { get; } = x;

    /// <summary>The targets, or null.</summary>
    public DataArrays? Y { get; } = y;

    /// <summary>The weight of each sample, or null.</summary>
    public DataArrays? SampleWeight { get; } = sampleWeight;

    /// <summary>Inputs and targets of a model with one input and one output.</summary>
    public static implicit operator Batch((NDArray X, NDArray Y) pair) => new(pair.X, pair.Y);

    /// <summary>Inputs, targets and sample weights of a model with one input and one output.</summary>
    public static implicit operator Batch((NDArray X, NDArray Y, NDArray SampleWeight) triple) =>
        new(triple.X, triple.Y, triple.SampleWeight);

    /// <summary>Inputs and targets.</summary>
    public static implicit operator Batch((DataArrays X, DataArrays Y) pair) => new(pair.X, pair.Y);

    /// <summary>Inputs, targets and sample weights.</summary>
    public static implicit operator Batch((DataArrays X, DataArrays Y, DataArrays SampleWeight) triple) =>
        new(triple.X, triple.Y, triple.SampleWeight);
}
