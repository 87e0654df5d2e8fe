using NumSharp;

namespace KerasSharp;

/// <summary>Inputs, targets and weights of a fit, evaluation or batch, checked and in the types that the step takes.</summary>
internal sealed class TrainingData
{
    /// <summary>Checks and converts data; builds the model if it is not built.</summary>
    /// <exception cref="ArgumentException">Lengths, counts or names do not fit the model or each other, or a label is out of range.</exception>
    public TrainingData(Model model, Batch batch)
    {
        Inputs = model.ConvertInputs(batch.X);
        Count = (int)Inputs[0].shape[0];
        if (Count == 0)
            throw new ArgumentException($"Model '{model.Name}': the data is empty (0 samples). Give at least one sample.");
        model.BuildFor(Inputs);
        Targets = TargetArrays.Targets(model, batch.Y, Count);
        Weights = TargetArrays.Weights(model, batch.SampleWeight, Count);
    }

    private TrainingData(NDArray[] inputs, NDArray?[] targets, NDArray?[] weights) =>
        (Inputs, Targets, Weights, Count) = (inputs, targets, weights, (int)inputs[0].shape[0]);

    public NDArray[] Inputs { get; }

    /// <summary>The targets, one an output or none; null where an output needs none.</summary>
    public NDArray?[] Targets { get; }

    /// <summary>The sample weights, one an output or none; null where all count the same.</summary>
    public NDArray?[] Weights { get; }

    /// <summary>The number of samples.</summary>
    public int Count { get; }

    /// <summary>All arrays in the order of a step's placeholders.</summary>
    public NDArray[] All => [.. Inputs, .. Targets.OfType<NDArray>(), .. Weights.OfType<NDArray>()];

    /// <summary>What a step compiled for this data depends on: types, shapes of a sample, and which arrays there are.</summary>
    public string Kind => $"{Describe(Inputs)}|{Describe(Targets)}|{Describe(Weights)}";

    /// <summary>The samples before and from a place on.</summary>
    public (TrainingData Before, TrainingData After) Split(int at) => (Part($":{at}"), Part($"{at}:"));

    /// <summary>The data with the samples' weights multiplied by those of their classes; the data itself where there are none.</summary>
    public TrainingData WeightedBy(IReadOnlyDictionary<int, double>? classWeight) =>
        classWeight is null ? this : new(Inputs, Targets, [ClassWeights.Of(Targets, classWeight, Weights)]);

    private TrainingData Part(string rows) =>
        new(
            [.. Inputs.Select(array => array[rows])],
            [.. Targets.Select(array => array is null ? null : array[rows])],
            [.. Weights.Select(array => array is null ? null : array[rows])]
        );

    private static string Describe(NDArray?[] arrays) =>
        string.Join(' ', arrays.Select(array => array is null ? "-" : $"{array.dtype.Name}{Shape.Of(array.shape).Slice(1)}"));
}
