using NumSharp;

namespace KerasSharp;

/// <summary>
/// What <c>Fit</c> evaluates on: <c>(x, y)</c>, <c>(x, y, sampleWeight)</c>, <c>new(x, y)</c> with lists or dictionaries, or batches.
/// </summary>
public sealed class ValidationData
{
    /// <summary>Arrays.</summary>
    /// <param name="x">The inputs, samples first.</param>
    /// <param name="y">The targets, samples first; null where none are needed.</param>
    /// <param name="sampleWeight">The weight of each sample; null for all 1.</param>
    public ValidationData(DataArrays x, DataArrays? y = null, DataArrays? sampleWeight = null) => Arrays = new Batch(x, y, sampleWeight);

    /// <summary>Batches, read anew at each evaluation.</summary>
    public ValidationData(IEnumerable<Batch> batches) => Batches = new BatchFeed(batches);

    /// <summary>Batches that arrive asynchronously, read anew at each evaluation.</summary>
    public ValidationData(IAsyncEnumerable<Batch> batches) => Batches = new BatchFeed(batches);

    /// <summary>The arrays, where it is not batches.</summary>
    internal Batch? Arrays { get; }

    /// <summary>The batches, where it is not arrays.</summary>
    internal BatchFeed? Batches { get; }

    /// <summary>Inputs and targets of a model with one input and one output.</summary>
    public static implicit operator ValidationData((NDArray X, NDArray Y) pair) => new(pair.X, pair.Y);

    /// <summary>Inputs, targets and sample weights of a model with one input and one output.</summary>
    public static implicit operator ValidationData((NDArray X, NDArray Y, NDArray SampleWeight) triple) =>
        new(triple.X, triple.Y, triple.SampleWeight);

    /// <summary>Inputs and targets as plain C# arrays.</summary>
    public static implicit operator ValidationData((Array X, Array Y) pair) => new(pair.X, pair.Y);

    /// <summary>Inputs and targets.</summary>
    public static implicit operator ValidationData((DataArrays X, DataArrays Y) pair) => new(pair.X, pair.Y);

    /// <summary>Inputs, targets and sample weights.</summary>
    public static implicit operator ValidationData((DataArrays X, DataArrays Y, DataArrays SampleWeight) triple) =>
        new(triple.X, triple.Y, triple.SampleWeight);
}
