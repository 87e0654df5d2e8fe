using NumSharp;

namespace KerasSharp;

/// <summary>Inputs, targets and weights of a fit or evaluation, checked and in the types that the step takes.</summary>
internal sealed class TrainingData
{
    /// <summary>Checks and converts data.</summary>
    /// <exception cref="ArgumentException">Lengths or counts do not fit the model or each other.</exception>
    public TrainingData(Model model, DataArrays x, DataArrays y, DataArrays? sampleWeight, IReadOnlyDictionary<int, double>? classWeight)
    {
        Inputs = model.ConvertInputs(x);
        Targets = [.. y.Select(Target)];
        Weights = sampleWeight is null ? [] : [.. sampleWeight.Select(weight => HostArray.Convert(weight, DType.Float32, "sampleWeight"))];
        if (Weights.Length == 1 && Targets.Length > 1)
            Weights = [.. Targets.Select(_ => Weights[0])];
        if (classWeight is not null)
            Weights = [ClassWeights.Of(Targets, classWeight, Weights)];
        Count = (int)Inputs[0].shape[0];
        if (Count == 0)
            throw new ArgumentException($"Model '{model.Name}': the data is empty (0 samples). Give at least one sample.");
        foreach (var (array, what) in Targets.Select(array => (array, "y")).Concat(Weights.Select(array => (array, "sampleWeight"))))
            if (array.shape.Length == 0 || array.shape[0] != Count)
                throw new ArgumentException(
                    $"Model '{model.Name}': x has {Count} samples, but {what} has {(array.shape.Length == 0 ? 1 : array.shape[0])}. Give the same number of both."
                );
    }

    private TrainingData(NDArray[] inputs, NDArray[] targets, NDArray[] weights) =>
        (Inputs, Targets, Weights, Count) = (inputs, targets, weights, (int)inputs[0].shape[0]);

    public NDArray[] Inputs { get; }

    public NDArray[] Targets { get; }

    public NDArray[] Weights { get; }

    /// <summary>The number of samples.</summary>
    public int Count { get; }

    /// <summary>All arrays in the order of a step's placeholders.</summary>
    public NDArray[] All => [.. Inputs, .. Targets, .. Weights];

    /// <summary>The samples before and from a place on.</summary>
    public (TrainingData Before, TrainingData After) Split(int at) => (Part($":{at}"), Part($"{at}:"));

    private TrainingData Part(string rows) =>
        new([.. Inputs.Select(array => array[rows])], [.. Targets.Select(array => array[rows])], [.. Weights.Select(array => array[rows])]);

    /// <summary>Floating targets become float32; integers and bools stay what they are.</summary>
    private static NDArray Target(NDArray y) => y.dtype == np.float64 ? y.astype(np.float32) : y;
}
